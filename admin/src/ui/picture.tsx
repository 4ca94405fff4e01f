import { ImageOff } from "lucide-react";

/** A product's small picture by its storage key, in a square that keeps its place. */
export function Picture({
  pictureKey,
  alt = "",
  size = 40,
}: {
  readonly pictureKey: string | null;
  /** Empty where the name stands beside it. */
  readonly alt?: string;
  /** Side in CSS pixels. */
  readonly size?: number;
}) {
  const box = { width: size, height: size };
  if (pictureKey === null) {
    return (
      <span
        style={box}
        className="grid shrink-0 place-items-center rounded-lg bg-sunken text-muted"
      >
        <ImageOff aria-hidden className="size-4" />
      </span>
    );
  }
  return (
    <img
      src={`/media/${pictureKey}-320.webp`}
      alt={alt}
      width={size}
      height={size}
      loading="lazy"
      style={box}
      className="shrink-0 rounded-lg bg-sunken object-cover"
    />
  );
}
