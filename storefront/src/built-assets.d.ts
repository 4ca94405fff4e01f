declare module "virtual:built-assets" {
  const assets: { readonly script: string; readonly styles: readonly string[] };
  export default assets;
}
