const isProduction = process.env.NODE_ENV === 'production';

/**
 * What a document or a worker of ours may do. Scripts, styles and workers come from this origin alone; requests go there,
 * and to the origins that the person allowed. `wasm-unsafe-eval` compiles WebAssembly and nothing else.
 */
export function contentSecurityPolicy(allowedOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${isProduction ? '' : " 'unsafe-eval'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...allowedOrigins].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
