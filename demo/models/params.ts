/**
 * What can be asked of each model family. Lengths are millimetres of the finished piece: `width` runs
 * left to right, `depth` front to back, `height` from floor (or the lowest point) to the top.
 */
export type LegShape = "round" | "tapered" | "square";
export type SeatMake = "solid" | "upholstered" | "cord";
export type ShadeShape = "drum" | "cone" | "globe" | "dome" | "lantern" | "pleated";

interface Box {
  width: number;
  depth: number;
  height: number;
}

interface Round {
  diameter: number;
  height: number;
}

export interface ChairParams extends Box {
  seatHeight: number;
  /** panel: curved board · loop: one bent rail round the sitter · cushion: upholstered panel */
  back: "spindle" | "slats" | "ladder" | "panel" | "loop" | "cushion";
  seat: SeatMake;
  legs: LegShape;
  arms: boolean;
}

export interface ArmchairParams extends Box {
  seatHeight: number;
  /** shell: rounded tub · box: straight arms · wing: high back · slatted: open wood frame with cushions */
  style: "shell" | "box" | "wing" | "slatted";
  legs: LegShape;
  /** Adds a small loose cushion in the `cushion` material. */
  cushion: boolean;
}

export interface StoolParams extends Box {
  top: "round" | "square" | "saddle";
  seat: SeatMake;
  legs: LegShape;
  legCount: 3 | 4;
  /** Height of the foot ring above the floor, 0 for none. */
  footrest: number;
}

export interface BenchParams extends Box {
  style: "plank" | "slatted" | "upholstered" | "cord" | "storage";
  legs: LegShape;
  back: boolean;
}

export interface SofaParams extends Box {
  seatHeight: number;
  seats: 1 | 2 | 3 | 4;
  /** wood: open wooden frame around loose cushions */
  arms: "slim" | "round" | "block" | "none" | "wood";
  base: "legs" | "plinth";
  chaise: "none" | "left" | "right";
  /** Number of throw cushions in the `cushion` material, 0–3. */
  cushions: number;
}

export interface TableParams extends Box {
  top: "rect" | "round" | "oval" | "pill";
  topThickness: number;
  legs:
    | "round"
    | "tapered"
    | "square"
    | "trestle"
    | "pedestal"
    | "panel"
    | "cross"
    | "drum"
    | "wire";
  /** Drawers under the front edge, 0–3. */
  drawers: number;
  /** A second board below. */
  shelf: boolean;
}

export interface ShelfParams extends Box {
  /** Boards, the lowest and highest included. */
  boards: number;
  columns: number;
  /** ladder: leaning side rails · frame: thin uprights · wall: hung boards · case: solid sides and back */
  style: "ladder" | "frame" | "wall" | "case";
}

export interface SideboardParams extends Box {
  /** Columns of fronts, left to right. */
  columns: number;
  /** Drawers stacked in one column; the other columns have doors. 0: doors only. */
  drawers: number;
  /** How many columns hold drawers. */
  drawerColumns: number;
  /** How many columns stay open. */
  openColumns: number;
  front: "plain" | "slatted" | "reeded" | "cane";
  base: "legs" | "plinth" | "sled" | "wall";
}

export interface CoatRackParams extends Box {
  /** tree: standing post · frame: standing rail between two ladders · pegs: wall rail · shelf: wall rail with hat shelf */
  style: "tree" | "frame" | "pegs" | "shelf";
  hooks: number;
}

/** `width` and `depth` are those of the mattress; the frame is 40 mm larger all round. */
export interface BedParams extends Box {
  headboard: "slats" | "panel" | "upholstered" | "cane" | "none";
  legs: LegShape;
  /** A blanket across the foot in the `blanket` material. */
  blanket: boolean;
}

export interface LampShadeParams {
  shade: ShadeShape;
  shadeDiameter: number;
  shadeHeight: number;
}

export interface FloorLampParams extends LampShadeParams {
  height: number;
  base: "disc" | "tripod" | "arc" | "reading";
}

export interface TableLampParams extends LampShadeParams {
  height: number;
  body: "stem" | "column" | "gourd" | "bottle" | "sphere" | "tripod" | "mushroom";
}

export interface PendantLampParams {
  diameter: number;
  /** Height of the shade without the cord. */
  height: number;
  shade: "dome" | "globe" | "cone" | "bell" | "disc" | "lantern" | "pleated" | "cluster";
  cordLength: number;
}

export interface MugParams extends Round {
  profile: "straight" | "tapered" | "rounded" | "barrel" | "flared";
  handle: "loop" | "ear" | "none";
  saucer: boolean;
  /** Raw clay left unglazed at the foot, as a share of the height (0–0.5). */
  rawFoot: number;
}

export interface BowlParams extends Round {
  profile: "coupe" | "footed" | "flared" | "deep" | "low";
  /** 1 for a single bowl; 2–4 nests smaller ones inside. */
  pieces: number;
  rawFoot: number;
}

export interface PlateParams extends Round {
  rim: "coupe" | "rimmed" | "flat" | "raised";
  /** 1 for a single plate; 2–6 stacks them. */
  pieces: number;
}

export interface TeapotParams extends Round {
  profile: "round" | "tall" | "low" | "pitcher";
  handle: "loop" | "bail" | "side";
}

export interface VaseParams extends Round {
  profile: "bottle" | "cylinder" | "moon" | "amphora" | "bud" | "gourd" | "flared" | "jar";
  ribbed: boolean;
  /** Dry stems standing in it, 0–7. */
  stems: number;
}

export interface PlanterParams extends Round {
  profile: "cylinder" | "bowl" | "tapered" | "belly";
  stand: "none" | "wood" | "saucer";
  ribbed: boolean;
  /** hanging: on three cords */
  hanging: boolean;
  plant: "none" | "rubber" | "olive" | "grass" | "succulent";
}

export interface CandleHolderParams extends Round {
  style: "column" | "disc" | "chamber" | "arch" | "row";
  candles: number;
}

export interface MirrorParams extends Box {
  shape: "round" | "rect" | "arch" | "pill" | "pebble";
  frameWidth: number;
  /** wall: hangs · floor: leans on its foot · table: on a small stand */
  mount: "wall" | "floor" | "table";
  /** A small ledge at the foot. */
  ledge: boolean;
}

export interface ClockParams {
  diameter: number;
  depth: number;
  marks: "none" | "dots" | "lines";
  /** table: stands in a block of the frame material */
  mount: "wall" | "table";
}

export interface FamilyParams {
  chair: ChairParams;
  armchair: ArmchairParams;
  stool: StoolParams;
  bench: BenchParams;
  sofa: SofaParams;
  table: TableParams;
  shelf: ShelfParams;
  sideboard: SideboardParams;
  "coat-rack": CoatRackParams;
  bed: BedParams;
  "floor-lamp": FloorLampParams;
  "table-lamp": TableLampParams;
  "pendant-lamp": PendantLampParams;
  mug: MugParams;
  bowl: BowlParams;
  plate: PlateParams;
  teapot: TeapotParams;
  vase: VaseParams;
  planter: PlanterParams;
  "candle-holder": CandleHolderParams;
  mirror: MirrorParams;
  clock: ClockParams;
}

export type FamilyCode = keyof FamilyParams;
