import { type Config, readConfig } from '../../platform/config.ts';
import { compose, type Product } from '../compose.ts';
import { productEnvironment } from '../launcher/product-environment.ts';

/** The configuration for the duration of a command; without `DATABASE_URL` on the embedded server, running or started for it. */
export async function withConfig<T>(work: (config: Config) => Promise<T>): Promise<T> {
  const { env, release } = await productEnvironment(process.env, 'share');
  try {
    return await work(readConfig(env));
  } finally {
    await release('smart');
  }
}

/** The product for the duration of a command. */
export function withProduct<T>(work: (product: Product) => Promise<T>): Promise<T> {
  return withConfig(async (config) => {
    const product = await compose(config);
    try {
      return await work(product);
    } finally {
      await product.close();
    }
  });
}
