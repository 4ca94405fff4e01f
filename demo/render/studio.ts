import {
  BackSide,
  Color,
  DirectionalLight,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  PMREMGenerator,
  Scene,
  ShaderMaterial,
  SphereGeometry,
  Vector3,
} from "three";
import type { Texture, Vector2, WebGLRenderer } from "three";
import { lookup, received } from "./received-light.ts";
import { keyDirection } from "./visibility.ts";

/** Backdrop of every product picture, linear light: a warm grey, a little lighter in the middle. */
const backdropGlsl = /* glsl */ `
vec3 shopBackdrop(vec2 at) {
  float lift = 1.0 - smoothstep(0.0, 0.95, length((at - vec2(0.46, 0.56)) * vec2(1.0, 1.1)));
  return mix(vec3(0.730, 0.705, 0.668), vec3(0.835, 0.815, 0.785), lift);
}`;

/** The light that comes from all round: bright ceiling, a large soft box left, a strip right. */
export function studioLight(renderer: WebGLRenderer): Texture {
  const room = new Scene();
  room.add(
    new Mesh(
      new SphereGeometry(20, 48, 32),
      new ShaderMaterial({
        side: BackSide,
        vertexShader:
          "varying vec3 vAt; void main() { vAt = normalize(position); gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }",
        fragmentShader: /* glsl */ `
      varying vec3 vAt;
      void main() {
        float up = normalize(vAt).y;
        vec3 floorTone = vec3(0.40, 0.375, 0.345);
        vec3 low = vec3(0.52, 0.51, 0.50);
        vec3 high = vec3(0.94, 0.95, 0.97);
        gl_FragColor = vec4(up < 0.0 ? mix(low, floorTone, min(1.0, -up * 3.0)) : mix(low, high, pow(up, 0.7)), 1.0);
      }`,
      }),
    ),
  );
  room.add(panel(new Vector3(-9, 8, 7), 8, 7, 4.2));
  room.add(panel(new Vector3(11, 6, -2), 2.4, 9, 3));
  room.add(panel(new Vector3(0, 12, -5), 9, 3, 2.4));
  room.add(panel(new Vector3(3, 4, 14), 5, 6, 0.9));
  const generator = new PMREMGenerator(renderer);
  const texture = generator.fromScene(room, 0.015, 0.1, 100).texture;
  generator.dispose();
  return texture;
}

function panel(at: Vector3, width: number, height: number, strength: number) {
  const mesh = new Mesh(
    new PlaneGeometry(width, height),
    new MeshBasicMaterial({
      color: new Color(1, 0.975, 0.94).multiplyScalar(strength),
      side: DoubleSide,
    }),
  );
  mesh.position.copy(at);
  mesh.lookAt(0, 0.5, 0);
  return mesh;
}

export function keyLamp(): DirectionalLight {
  const lamp = new DirectionalLight(new Color(1, 0.965, 0.91), 1.55);
  lamp.position.copy(keyDirection).multiplyScalar(10);
  return lamp;
}

/** Fills the frame behind everything. */
export function backdrop(size: Vector2): Mesh {
  const mesh = new Mesh(
    new PlaneGeometry(2, 2),
    new ShaderMaterial({
      depthTest: false,
      depthWrite: false,
      uniforms: { frame: { value: size } },
      vertexShader: "void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }",
      fragmentShader: `${backdropGlsl}\nuniform vec2 frame; void main() { gl_FragColor = vec4(shopBackdrop(gl_FragCoord.xy / frame), 1.0); }`,
    }),
  );
  mesh.frustumCulled = false;
  mesh.renderOrder = -10;
  return mesh;
}

/** Floor or wall that looks like the backdrop and only shows what falls on it. */
export function catcher(size: Vector2, span: number, centre: Vector3): Mesh {
  return new Mesh(
    new PlaneGeometry(span, span),
    new ShaderMaterial({
      side: DoubleSide,
      uniforms: {
        ...received,
        frame: { value: size },
        centre: { value: centre },
        radius: { value: span * 0.46 },
      },
      vertexShader:
        "varying vec3 vShopWorld; varying vec3 vShopNormal; void main() { vec4 w = modelMatrix * vec4(position, 1.0); vShopWorld = w.xyz; vShopNormal = mat3(modelMatrix) * normal; gl_Position = projectionMatrix * viewMatrix * w; }",
      fragmentShader: /* glsl */ `
      ${backdropGlsl}
      ${lookup}
      varying vec3 vShopWorld; varying vec3 vShopNormal;
      uniform vec2 frame; uniform vec3 centre; uniform float radius;
      void main() {
        vec2 light = shopReceived(vShopWorld, normalize(vShopNormal), radius * 0.01);
        float sky = min(1.0, light.r * 1.015);
        float shade = 0.60 * sky * (0.75 + 0.25 * sky) + 0.40 * light.g;
        float fade = smoothstep(1.0, 0.55, distance(vShopWorld, centre) / radius);
        vec3 tint = mix(vec3(0.975, 0.975, 0.985), vec3(1.0), shade);
        gl_FragColor = vec4(shopBackdrop(gl_FragCoord.xy / frame) * mix(vec3(1.0), tint * shade, fade), 1.0);
      }`,
    }),
  );
}
