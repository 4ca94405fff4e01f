import {
  BufferAttribute,
  BufferGeometry,
  Group,
  HalfFloatType,
  Matrix4,
  Mesh,
  NoToneMapping,
  PlaneGeometry,
  PointLight,
  Scene,
  ShaderMaterial,
  Sphere,
  OrthographicCamera,
  Vector2,
  Vector3,
  WebGLRenderer,
  WebGLRenderTarget,
  Box3,
} from "three";
import type { PerspectiveCamera, Texture } from "three";
import { assemble } from "../models/assemble.ts";
import type { Model } from "../models/assemble.ts";
import { materialOf } from "../models/build.ts";
import type { Order } from "../models/build.ts";
import { materials } from "../models/materials.ts";
import { frame } from "./framing.ts";
import type { View } from "./framing.ts";
import { received } from "./received-light.ts";
import { addRoom } from "./room.ts";
import type { Room } from "./room.ts";
import { backdrop, catcher, keyLamp, studioLight } from "./studio.ts";
import { surfaceOf } from "./surface.ts";
import { makeVisibility } from "./visibility.ts";

/** One piece in a picture, placed in metres and degrees. */
export interface Placed {
  order: Order;
  x?: number;
  y?: number;
  z?: number;
  turn?: number;
}

/** One or more pictures that differ in colour only. */
export interface Shot {
  width: number;
  height: number;
  view: View;
  pieces: Placed[];
  /** A furnished corner instead of the plain backdrop. */
  room?: Room;
  /** Further versions of the same geometry: other materials for the first piece. */
  recolours: Order[];
}

const renderer = new WebGLRenderer({
  antialias: false,
  alpha: false,
  preserveDrawingBuffer: false,
});
renderer.toneMapping = NoToneMapping;
renderer.setPixelRatio(1);
const environment: Texture = studioLight(renderer);
const visibility = makeVisibility(renderer);
const beauty = new WebGLRenderTarget(4, 4, { type: HalfFloatType, samples: 4 });
const developed = new WebGLRenderTarget(4, 4, { depthBuffer: false });
const frameSize = new Vector2();

const developing = new ShaderMaterial({
  uniforms: { picture: { value: null } },
  depthTest: false,
  toneMapped: true,
  vertexShader:
    "varying vec2 vUv; void main() { vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }",
  fragmentShader: /* glsl */ `
    varying vec2 vUv; uniform sampler2D picture;
    vec3 encode(vec3 c) { return mix(c * 12.92, 1.055 * pow(max(c, 0.0), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c)); }
    vec3 roll(vec3 color) {
      color = max(vec3(0.0), mix(vec3(dot(color, vec3(0.2126, 0.7152, 0.0722))), color, 0.89));
      float startCompression = 0.76; float desaturation = 0.15;
      float peak = max(color.r, max(color.g, color.b));
      if (peak < startCompression) return color;
      float d = 1.0 - startCompression;
      float newPeak = 1.0 - d * d / (peak + d - startCompression);
      color *= newPeak / peak;
      float g = 1.0 - 1.0 / (desaturation * (peak - newPeak) + 1.0);
      return mix(color, vec3(newPeak), g);
    }
    void main() {
      float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
      gl_FragColor = vec4(encode(roll(texture2D(picture, vUv).rgb)) + grain / 255.0, 1.0);
    }`,
});
const screen = new Mesh(new PlaneGeometry(2, 2), developing);
screen.frustumCulled = false;
const screenScene = new Scene();
screenScene.add(screen);

interface Casters {
  positions: number[];
  indices: number[];
}

interface Built {
  group: Group;
  model: Model;
  points: Vector3[];
  casters: Casters;
}

function build({ order, x = 0, y = 0, z = 0, turn = 0 }: Placed): Built {
  const model = assemble(order);
  const group = new Group();
  group.position.set(x, y, z);
  group.rotation.y = (turn * Math.PI) / 180;
  group.scale.setScalar(0.001);
  group.updateMatrixWorld();
  const points: Vector3[] = [];
  const casters: Casters = { positions: [], indices: [] };
  for (const body of model.bodies)
    for (const at of body.at) {
      const mesh = new Mesh(body.geometry, surfaceOf(body.material, body.glows));
      mesh.matrixAutoUpdate = false;
      mesh.matrix.copy(at);
      mesh.userData = { slot: body.slot, glows: body.glows };
      group.add(mesh);
      const matrix = new Matrix4().multiplyMatrices(group.matrixWorld, at);
      const clear = materials[body.material].kind === "glass" || body.slot === "bulb";
      collect(
        body.geometry,
        matrix,
        /^(cord|cup|ring)/.test(body.name) ? [] : points,
        clear ? null : casters,
      );
    }
  for (const lamp of model.lamps) {
    const light = new PointLight("#ffcf94", 0.16, 3, 2);
    light.position.copy(lamp);
    group.add(light);
  }
  return { group, model, points, casters };
}

function collect(
  geometry: BufferGeometry,
  matrix: Matrix4,
  points: Vector3[],
  casters: Casters | null,
) {
  const position = geometry.getAttribute("position");
  const moved = Array.from({ length: position.count }, (_, index) =>
    new Vector3().fromBufferAttribute(position, index).applyMatrix4(matrix),
  );
  moved.forEach((point, index) => {
    if (index % 3 === 0 || position.count < 400) points.push(point);
  });
  if (!casters) return;
  const first = casters.positions.length / 3;
  for (const point of moved) casters.positions.push(point.x, point.y, point.z);
  const index = geometry.index;
  const count = index?.count ?? position.count;
  for (let i = 0; i < count; i++) casters.indices.push(first + (index ? index.getX(i) : i));
}

/** Takes the shot; each picture goes to `deliver` as raw RGBA, top row first. */
async function take(
  shot: Shot,
  deliver: (index: number, pixels: Uint8Array<ArrayBuffer>) => Promise<void>,
) {
  const built = shot.pieces.map(build);
  const scene = new Scene();
  scene.environment = environment;
  scene.add(keyLamp());
  for (const { group } of built) scene.add(group);
  const points = built.flatMap((one) => one.points);
  const box = new Box3().setFromPoints(points);
  const bounds = box.getBoundingSphere(new Sphere());
  frameSize.set(shot.width, shot.height);
  for (const target of [beauty, developed]) target.setSize(shot.width, shot.height);
  const camera = frame(
    shot.view.close ? ball(box, shot.view.close) : points,
    shot.view,
    shot.width / shot.height,
  );
  const casterScene = casterOf(built.map((one) => one.casters));
  if (shot.room) addRoom(scene, shot.room);
  else {
    scene.add(backdrop(frameSize));
    addCatcher(scene, built[0]?.model.mount ?? "floor", box, bounds);
  }
  const coarse = shot.room ? 2 : 2.5;
  visibility.resize(Math.ceil(shot.width / coarse), Math.ceil(shot.height / coarse));
  const samples = shot.room
    ? { dome: 110, key: 24, spread: 0.08, map: 1024 }
    : { dome: 56, key: 12, spread: 0.1, map: 512 };
  received.shopPixels.value.set(shot.width, shot.height);
  hideClear(scene, true);
  visibility.measure(scene, casterScene, camera, bounds, samples);
  hideClear(scene, false);
  await develop(scene, camera, (pixels) => deliver(0, pixels));
  let index = 1;
  for (const order of shot.recolours) {
    recolour(built[0], order);
    const number = index++;
    await develop(scene, camera, (pixels) => deliver(number, pixels));
  }
  release(scene, casterScene);
}

function addCatcher(scene: Scene, mount: Model["mount"], box: Box3, bounds: Sphere) {
  if (mount === "ceiling") return;
  const wall = mount === "wall";
  const at = wall
    ? new Vector3(bounds.center.x, bounds.center.y, box.min.z - 0.0005)
    : new Vector3(bounds.center.x, box.min.y - 0.0003, bounds.center.z);
  const plane = catcher(frameSize, bounds.radius * 9, at);
  plane.position.copy(at);
  if (!wall) plane.rotation.x = -Math.PI / 2;
  scene.add(plane);
}

/** Clear parts neither hide nor receive measured light; the backdrop is no surface. */
function hideClear(scene: Scene, hidden: boolean) {
  scene.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    const material = node.material;
    if (material.transparent || material.depthWrite === false) node.visible = !hidden;
  });
}

function ball(box: Box3, close: NonNullable<View["close"]>): Vector3[] {
  const size = box.getSize(new Vector3());
  const centre = box.min.clone().add(new Vector3(...close.at).multiply(size));
  const radius = close.radius * Math.max(size.x, size.y, size.z);
  return [
    [1, 0, 0],
    [-1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ].map(([x = 0, y = 0, z = 0]) => centre.clone().add(new Vector3(x, y, z).multiplyScalar(radius)));
}

function casterOf(all: Casters[]): Scene {
  const geometry = new BufferGeometry();
  const positions = new Float32Array(all.reduce((sum, one) => sum + one.positions.length, 0));
  const indices = new Uint32Array(all.reduce((sum, one) => sum + one.indices.length, 0));
  let [vertex, corner] = [0, 0];
  for (const one of all) {
    positions.set(one.positions, vertex);
    for (const index of one.indices) indices[corner++] = vertex / 3 + index;
    vertex += one.positions.length;
  }
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  const scene = new Scene();
  const mesh = new Mesh(geometry);
  mesh.frustumCulled = false;
  scene.add(mesh);
  return scene;
}

function recolour(built: Built | undefined, order: Order) {
  for (const mesh of built?.group.children ?? []) {
    if (!(mesh instanceof Mesh)) continue;
    const { slot, glows } = mesh.userData as { slot: string; glows: boolean };
    mesh.material = surfaceOf(materialOf(order, slot), glows);
  }
}

async function develop(
  scene: Scene,
  camera: PerspectiveCamera,
  deliver: (pixels: Uint8Array<ArrayBuffer>) => Promise<void>,
) {
  renderer.setRenderTarget(beauty);
  renderer.clear();
  renderer.render(scene, camera);
  developing.uniforms["picture"] = { value: beauty.texture };
  renderer.setRenderTarget(developed);
  renderer.render(screenScene, new OrthographicCamera());
  const { width, height } = developed;
  const pixels = new Uint8Array(width * height * 4);
  renderer.readRenderTargetPixels(developed, 0, 0, width, height, pixels);
  await deliver(upright(pixels, width, height));
}

/** WebGL reads from the bottom row. */
function upright(pixels: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pixels.length);
  const row = width * 4;
  for (let y = 0; y < height; y++)
    out.set(pixels.subarray((height - 1 - y) * row, (height - y) * row), y * row);
  return out;
}

function release(...scenes: Scene[]) {
  for (const scene of scenes)
    scene.traverse((node) => {
      if (node instanceof Mesh) node.geometry.dispose();
    });
}

/** Called from the program outside: takes a shot and posts each picture's pixels to `/pixels`. */
async function shoot(shot: Shot, ticket: string): Promise<void> {
  await take(shot, async (index, pixels) => {
    const reply = await fetch(`/pixels?ticket=${ticket}&index=${index}`, {
      method: "POST",
      body: pixels,
    });
    if (!reply.ok) throw new Error(`pixels were refused: ${reply.status}`);
  });
}

Object.assign(globalThis, { shoot, ready: true });
