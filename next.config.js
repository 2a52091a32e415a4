/**
 * Threads in WebAssembly need a cross-origin isolated page. The content security policy of pages is sent by `proxy.ts`,
 * because it depends on where the person allowed them to connect; what the API answers may load nothing at all.
 */
/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The server would otherwise fetch and convert pictures for whoever asks; the pages have none.
  images: { unoptimized: true },
  // `npm run check` does it, and a second time costs whoever builds half a minute.
  typescript: { ignoreBuildErrors: true },
  // Native code, which the routes below app/api load from node_modules.
  serverExternalPackages: ['onnxruntime-node'],
  turbopack: {
    resolveAlias: {
      // The file itself: Turbopack then has no reason to emit a second copy of the 27 MB of WebAssembly in public/ort.
      'onnxruntime-web/webgpu': {
        browser: './node_modules/onnxruntime-web/dist/ort.webgpu.min.mjs',
      },
    },
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'no-referrer' },
        ],
      },
      {
        source: '/api/:path*',
        headers: [
          {
            key: 'Content-Security-Policy',
            value: "default-src 'none'; frame-ancestors 'none'",
          },
        ],
      },
    ];
  },
};

export default nextConfig;
