import { ShaderChunk, Vector2 } from "three";
import type { IUniform, MeshStandardMaterial, Texture } from "three";

/**
 * What the measured light (see `visibility.ts`) hands to every surface: how much of the sky and how
 * much of the key lamp reaches the point behind each pixel.
 */
export const received: Record<
  "shopVisibility" | "shopPosition" | "shopNormal" | "shopPixels",
  IUniform
> = {
  shopVisibility: { value: null as Texture | null },
  shopPosition: { value: null as Texture | null },
  shopNormal: { value: null as Texture | null },
  shopPixels: { value: new Vector2(1, 1) },
};

/** GLSL: visibility at this pixel, taken from those measured neighbours that lie on the same surface. */
export const lookup = /* glsl */ `
uniform sampler2D shopVisibility;
uniform sampler2D shopPosition;
uniform sampler2D shopNormal;
uniform vec2 shopPixels;
void shopTap(ivec2 texel, vec3 world, vec3 normal, float reach, inout vec2 sum, inout float total) {
  texel = clamp(texel, ivec2(0), textureSize(shopVisibility, 0) - 1);
  vec4 seen = texelFetch(shopPosition, texel, 0);
  if (seen.w < 0.5) return;
  float same = max(0.0, dot(texelFetch(shopNormal, texel, 0).xyz, normal));
  float off = abs(dot(seen.xyz - world, normal)) / reach + 0.15 * length(seen.xyz - world) / reach;
  float weight = exp(-off * off * 8.0) * same * same * same + 1e-5;
  sum += texelFetch(shopVisibility, texel, 0).rg * weight;
  total += weight;
}
vec2 shopReceived(vec3 world, vec3 normal, float reach) {
  vec2 size = vec2(textureSize(shopVisibility, 0));
  vec2 at = gl_FragCoord.xy / shopPixels * size - 0.5;
  vec2 base = floor(at);
  vec2 sum = vec2(0.0);
  float total = 1e-5;
  // The four nearest first; only at edges, where none of them fits, look further.
  for (int i = 0; i < 4; i++) shopTap(ivec2(base) + ivec2(i & 1, i >> 1), world, normal, reach, sum, total);
  if (total < 0.7) for (int i = 0; i < 16; i++) shopTap(ivec2(base) + ivec2(i & 3, i >> 2) - 1, world, normal, reach, sum, total);
  return sum / total;
}
`;

/** Makes a standard material use the measured light instead of shadow maps. */
export function receiveLight(
  material: MeshStandardMaterial,
  { glows = false, mirror = false } = {},
) {
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, received);
    shader.vertexShader = shader.vertexShader
      .replace(
        "#include <common>",
        `#include <common>\nvarying vec3 vShopWorld;\n${glows ? "attribute float glow;\nvarying float vGlow;" : ""}`,
      )
      .replace(
        "#include <project_vertex>",
        `#include <project_vertex>\nvShopWorld = (modelMatrix * vec4(transformed, 1.0)).xyz;\n${glows ? "vGlow = glow;" : ""}`,
      );
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <common>",
        `#include <common>\nvarying vec3 vShopWorld;\n${glows ? "varying float vGlow;" : ""}\n${lookup}`,
      )
      .replace(
        "#include <emissivemap_fragment>",
        glows ? "totalEmissiveRadiance *= (0.3 + 0.85 * vGlow) * diffuseColor.rgb;" : "",
      )
      .replace("#include <lights_fragment_begin>", `${measure}\n${keyLightOnly}`)
      .replace("#include <lights_fragment_end>", `#include <lights_fragment_end>\n${dimSky}`)
      .replace(
        "#include <opaque_fragment>",
        `${mirror ? reflectedRoom : ""}\n#include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => `shop${glows ? " lit" : ""}${mirror ? " mirror" : ""}`;
}

const measure = /* glsl */ `
vec2 shopLight = shopReceived(vShopWorld, inverseTransformDirection(normalize(vNormal) * (gl_FrontFacing ? 1.0 : -1.0), viewMatrix), length(vViewPosition) * 0.006);
`;

/** Three's own light loop, with the key lamp dimmed by what was measured. */
const keyLightOnly = ShaderChunk.lights_fragment_begin.replace(
  "getDirectionalLightInfo( directionalLight, directLight );",
  "getDirectionalLightInfo( directionalLight, directLight );\n\t\tdirectLight.color *= shopLight.g;",
);

/**
 * Sky light dimmed by what was measured; light surfaces pass some of it on to each other, after
 * Jimenez et al., "Practical Realtime Strategies for Accurate Indirect Occlusion" (2016).
 */
const dimSky = /* glsl */ `
vec3 shopA = 2.0404 * diffuseColor.rgb - 0.3324;
vec3 shopB = -4.7951 * diffuseColor.rgb + 0.6417;
vec3 shopC = 2.7552 * diffuseColor.rgb + 0.6903;
vec3 shopSky = max(vec3(shopLight.r), ((shopLight.r * shopA + shopB) * shopLight.r + shopC) * shopLight.r);
reflectedLight.indirectDiffuse *= shopSky;
reflectedLight.indirectSpecular *= clamp(shopLight.r * 1.25 - 0.1, 0.05, 1.0);
#ifdef USE_CLEARCOAT
clearcoatSpecularIndirect *= clamp(shopLight.r * 1.25 - 0.1, 0.05, 1.0);
#endif
`;

/** The plain studio leaves a mirror empty; this is the soft window light one expects in it. */
const reflectedRoom = /* glsl */ `
vec2 shopAt = gl_FragCoord.xy / shopPixels;
float shopSlant = shopAt.x * 0.85 + shopAt.y;
float shopWindow = smoothstep(0.62, 0.9, shopSlant) - smoothstep(1.02, 1.12, shopSlant) * 0.75 + smoothstep(1.16, 1.3, shopSlant) * 0.5;
outgoingLight = mix(vec3(0.45, 0.465, 0.47), vec3(0.76, 0.775, 0.78), clamp(shopWindow, 0.0, 1.0)) * mix(0.72, 1.0, shopLight.r);
`;
