import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // Fonts and icons stay files: data: URLs would need a wider content security policy.
  build: { assetsInlineLimit: 0 },
});
