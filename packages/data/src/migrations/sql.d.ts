/** A bundler puts the file in as text: esbuild with `loader: { '.sql': 'text' }`, wrangler as it is. */
declare module '*.sql' {
  const sql: string;
  export default sql;
}
