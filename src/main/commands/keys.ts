import { translate, translateRefusal } from '../../texts/translate.ts';
import { systemContext } from '../system-context.ts';
import type { CliCommand } from './cli-command.ts';
import { withProduct } from './with-product.ts';

/** `motcua keys rotate`: 0 when nothing is left under an older key. */
export const keysRotate: CliCommand = {
  name: 'keys rotate',
  usage: 'keys rotate',
  summary:
    'niêm phong lại số định danh bằng khóa đang dùng, trong khi hệ thống vẫn chạy; dừng giữa chừng thì chạy lại',
  run: async (args) => {
    if (args.length > 0) throw new Error('Cách dùng: motcua keys rotate');
    return withProduct(async (product) => {
      const rotated = await product.modules.privacy.commands.rotateKeys(
        systemContext(product, 'keys.rotate'),
      );
      if (!rotated.ok) throw new Error(translateRefusal('vi', rotated.refusal));
      for (const table of rotated.value) console.log(translate('vi', 'privacy.rotate.table', { ...table }));
      const left = rotated.value.reduce((sum, table) => sum + table.left, 0);
      console.log(translate('vi', left === 0 ? 'privacy.rotate.done' : 'privacy.rotate.left', { left }));
      return left === 0 ? 0 : 1;
    });
  },
};
