import {
  AddEquation,
  CustomBlending,
  DepthTexture,
  DoubleSide,
  FloatType,
  GLSL3,
  HalfFloatType,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  NearestFilter,
  OneFactor,
  OrthographicCamera,
  PlaneGeometry,
  RGBAFormat,
  Scene,
  ShaderMaterial,
  Vector2,
  Vector3,
  WebGLRenderTarget,
} from "three";
import type { Camera, Sphere, WebGLRenderer } from "three";
import { received } from "./received-light.ts";

/**
 * Measures, for every pixel, how much of the sky dome and of the key lamp can be seen from the point
 * behind it, by looking at the casters from many directions. Gives soft shadows, contact shadows and
 * ambient occlusion in one go, and stays valid while only colours change.
 */
export interface Visibility {
  measure: (scene: Scene, casters: Scene, camera: Camera, bounds: Sphere, samples: Samples) => void;
  resize: (width: number, height: number) => void;
}

export interface Samples {
  dome: number;
  key: number;
  /** Radius of the key lamp as an angle, radians. */
  spread: number;
  /** Pixels per side of what is seen from each direction. */
  map: number;
}

/** From the subject towards the key lamp: front left, high. */
export const keyDirection = new Vector3(-0.52, 0.86, 0.62).normalize();

const screenVertex =
  "varying vec2 vUv;\nvoid main() { vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }";

export function makeVisibility(renderer: WebGLRenderer): Visibility {
  const bench = setUpBench(renderer);
  return {
    resize: (width, height) => {
      for (const target of [bench.seen, bench.sums, bench.smooth]) target.setSize(width, height);
    },
    measure: (scene, casters, camera, bounds, samples) => {
      bench.map.setSize(samples.map, samples.map);
      recordSurfaces(bench, scene, camera);
      addUp(bench, casters, bounds, samples);
      evenOut(bench, bounds);
      received.shopVisibility.value = bench.smooth.texture;
      received.shopPosition.value = bench.seen.textures[0];
      received.shopNormal.value = bench.seen.textures[1];
    },
  };
}

/** Targets and tools that stay from shot to shot. */
type Bench = ReturnType<typeof setUpBench>;

function setUpBench(renderer: WebGLRenderer) {
  const exact = { format: RGBAFormat, minFilter: NearestFilter, magFilter: NearestFilter };
  const plain = { ...exact, type: HalfFloatType, depthBuffer: false };
  const screen = new Mesh(new PlaneGeometry(2, 2));
  screen.frustumCulled = false;
  const screenScene = new Scene();
  screenScene.add(screen);
  return {
    renderer,
    /** Where in the room each pixel lies, and which way its surface faces. */
    seen: new WebGLRenderTarget(4, 4, { ...exact, count: 2, type: FloatType }),
    sums: new WebGLRenderTarget(4, 4, plain),
    smooth: new WebGLRenderTarget(4, 4, plain),
    /** The casters as seen from one direction. */
    map: new WebGLRenderTarget(512, 512, { depthTexture: new DepthTexture(512, 512, FloatType) }),
    lamp: new OrthographicCamera(),
    flat: new OrthographicCamera(),
    depthOnly: new MeshBasicMaterial({ colorWrite: false, side: DoubleSide }),
    add: addMaterial(),
    blur: blurMaterial(),
    screen,
    screenScene,
  };
}

function pass(bench: Bench, material: ShaderMaterial, target: WebGLRenderTarget) {
  bench.screen.material = material;
  bench.renderer.setRenderTarget(target);
  bench.renderer.render(bench.screenScene, bench.flat);
}

function recordSurfaces({ renderer, seen }: Bench, scene: Scene, camera: Camera) {
  scene.overrideMaterial = seenMaterial;
  renderer.setRenderTarget(seen);
  renderer.setClearColor(0x000000, 0);
  renderer.clear();
  renderer.render(scene, camera);
  scene.overrideMaterial = null;
}

function look(bench: Bench, casters: Scene, towards: Vector3, bounds: Sphere) {
  const { lamp, renderer } = bench;
  const reach = bounds.radius * 1.04;
  lamp.left = lamp.bottom = -reach;
  lamp.right = lamp.top = reach;
  lamp.near = 0;
  lamp.far = reach * 2;
  lamp.up.set(0, Math.abs(towards.y) > 0.95 ? 0 : 1, Math.abs(towards.y) > 0.95 ? 1 : 0);
  lamp.position.copy(bounds.center).addScaledVector(towards, reach);
  lamp.lookAt(bounds.center);
  lamp.updateProjectionMatrix();
  lamp.updateMatrixWorld();
  casters.overrideMaterial = bench.depthOnly;
  renderer.setRenderTarget(bench.map);
  renderer.clear();
  renderer.render(casters, lamp);
}

function addUp(bench: Bench, casters: Scene, bounds: Sphere, samples: Samples) {
  const { renderer, add, lamp, seen, sums, map } = bench;
  renderer.setRenderTarget(sums);
  renderer.clear();
  renderer.autoClear = false;
  const [position, normal] = seen.textures;
  const texel = (bounds.radius * 2.08) / samples.map;
  set(add.uniforms, { position, normal, depth: map.depthTexture, mapSize: samples.map, texel });
  const towards = [...domeDirections(samples.dome), ...keyDirections(samples.key, samples.spread)];
  towards.forEach((direction, index) => {
    look(bench, casters, direction, bounds);
    const isKey = index >= samples.dome;
    set(add.uniforms, {
      direction,
      matrix: new Matrix4().multiplyMatrices(lamp.projectionMatrix, lamp.matrixWorldInverse),
      isKey: isKey ? 1 : 0,
      turn: index * 2.39996,
      radiance: skyRadiance(direction),
      share: 1 / (isKey ? samples.key : samples.dome),
    });
    pass(bench, add, sums);
  });
  renderer.autoClear = true;
}

function evenOut(bench: Bench, bounds: Sphere) {
  const { seen, sums, blur, smooth } = bench;
  const [position, normal] = seen.textures;
  const size = new Vector2(seen.width, seen.height);
  set(blur.uniforms, { position, normal, sums: sums.texture, size, reach: bounds.radius * 0.02 });
  pass(bench, blur, smooth);
}

function set(uniforms: Record<string, { value: unknown }>, values: Record<string, unknown>) {
  for (const [name, value] of Object.entries(values)) uniforms[name] = { value };
}

/** Brightness of the studio's sky in a direction; the floor gives back a part of it. */
export function skyRadiance(direction: Vector3): number {
  const up = direction.y;
  const base = up < 0 ? 0.42 : 0.62 + 0.4 * up;
  return base + 0.9 * Math.max(0, direction.dot(keyDirection)) ** 6;
}

/** Evenly spread over the sphere (Fibonacci lattice). */
function domeDirections(count: number): Vector3[] {
  return Array.from({ length: count }, (_, index) => {
    const y = 1 - (2 * (index + 0.5)) / count;
    const turn = index * Math.PI * (3 - Math.sqrt(5));
    const r = Math.sqrt(1 - y * y);
    return new Vector3(Math.cos(turn) * r, y, Math.sin(turn) * r);
  });
}

function keyDirections(count: number, spread: number): Vector3[] {
  const side = new Vector3(0, 1, 0).cross(keyDirection).normalize();
  const up = keyDirection.clone().cross(side);
  return Array.from({ length: count }, (_, index) => {
    const r = Math.sqrt((index + 0.5) / count) * Math.tan(spread);
    const turn = index * 2.39996;
    return keyDirection
      .clone()
      .addScaledVector(side, Math.cos(turn) * r)
      .addScaledVector(up, Math.sin(turn) * r)
      .normalize();
  });
}

const seenMaterial = new ShaderMaterial({
  glslVersion: GLSL3,
  side: DoubleSide,
  vertexShader: /* glsl */ `
    out vec3 vWorld; out vec3 vFace;
    void main() {
      vec4 world = modelMatrix * vec4(position, 1.0);
      vWorld = world.xyz;
      vFace = mat3(modelMatrix) * normal;
      gl_Position = projectionMatrix * viewMatrix * world;
    }`,
  fragmentShader: /* glsl */ `
    precision highp float;
    in vec3 vWorld; in vec3 vFace;
    layout(location = 0) out vec4 outPosition;
    layout(location = 1) out vec4 outNormal;
    void main() {
      outPosition = vec4(vWorld, 1.0);
      outNormal = vec4(normalize(vFace) * (gl_FrontFacing ? 1.0 : -1.0), 1.0);
    }`,
});

function addMaterial() {
  return new ShaderMaterial({
    uniforms: {},
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
    depthTest: false,
    depthWrite: false,
    vertexShader: screenVertex,
    fragmentShader: /* glsl */ `
      precision highp float;
      varying vec2 vUv;
      uniform sampler2D position; uniform sampler2D normal; uniform sampler2D depth;
      uniform mat4 matrix; uniform vec3 direction;
      uniform float texel; uniform float mapSize; uniform float isKey; uniform float turn; uniform float radiance; uniform float share;
      void main() {
        vec4 at = texture2D(position, vUv);
        vec3 n = texture2D(normal, vUv).xyz;
        float facing = dot(n, direction);
        if (at.w < 0.5 || facing <= 0.0) { gl_FragColor = vec4(0.0); return; }
        vec3 lifted = at.xyz + (n * 1.6 + direction * 0.8) * texel;
        vec3 p = (matrix * vec4(lifted, 1.0)).xyz * 0.5 + 0.5;
        float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
        float a = noise * 6.2832 + turn;
        float wide = isKey > 0.5 ? 1.0 : 1.5 + 7.0 * fract(noise * 7.31 + turn);
        vec2 off = vec2(cos(a), sin(a)) * wide / mapSize;
        float one = texture2D(depth, p.xy + off).r; float two = texture2D(depth, p.xy - off).r;
        // A depth of 1 means that nothing stands in the way, however far the floor runs on.
        float open = 0.5 * (max(step(p.z, one), step(0.9999, one)) + max(step(p.z, two), step(0.9999, two)));
        if (any(lessThan(p.xy, vec2(0.0))) || any(greaterThan(p.xy, vec2(1.0)))) open = 1.0;
        if (isKey > 0.5) gl_FragColor = vec4(0.0, 0.0, open * share, share);
        else {
          float weight = facing * radiance * share;
          gl_FragColor = vec4(open * weight, weight, 0.0, 0.0);
        }
      }`,
  });
}

/** Evens out the noise between neighbours on the same surface. */
function blurMaterial() {
  return new ShaderMaterial({
    uniforms: {},
    depthTest: false,
    vertexShader: screenVertex,
    fragmentShader: /* glsl */ `
      precision highp float;
      varying vec2 vUv;
      uniform sampler2D position; uniform sampler2D normal; uniform sampler2D sums;
      uniform vec2 size; uniform float reach;
      void main() {
        ivec2 here = ivec2(gl_FragCoord.xy);
        vec4 at = texelFetch(position, here, 0);
        vec3 n = texelFetch(normal, here, 0).xyz;
        vec4 total = vec4(0.0);
        for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) {
          ivec2 there = clamp(here + ivec2(x, y), ivec2(0), ivec2(size) - 1);
          vec4 other = texelFetch(position, there, 0);
          float off = abs(dot(other.xyz - at.xyz, n)) / reach;
          float same = max(0.0, dot(texelFetch(normal, there, 0).xyz, n));
          total += texelFetch(sums, there, 0) * same * same * exp(-off * off * 16.0) * exp(-float(x * x + y * y) * 0.18);
        }
        gl_FragColor = vec4(total.g > 0.0 ? total.r / total.g : 1.0, total.a > 0.0 ? total.b / total.a : 0.0, 0.0, 1.0);
      }`,
  });
}
