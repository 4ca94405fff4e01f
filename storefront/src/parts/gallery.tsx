import type { PictureView } from "@shopwright/server/contracts/media";
import { pictureUrl } from "@shopwright/server/contracts/media";
import type { Frame } from "../visit.ts";
import { Icon } from "./icon.tsx";
import { Picture } from "./picture.tsx";

interface GalleryProps {
  readonly frame: Frame;
  readonly pictures: readonly PictureView[];
  readonly title: string;
}

/**
 * The product's pictures: a strip to swipe, with small ones to jump by. Each is a link to its
 * largest file; an island opens that in a dialog with keys instead.
 */
export function Gallery({ frame, pictures, title }: GalleryProps) {
  const { text } = frame.visit;
  if (pictures.length === 0) return <div class="gallery tile" />;
  return (
    <section class="gallery" aria-label={text.product.pictures} data-gallery>
      <ul class="strip" data-strip aria-label={text.product.pictures}>
        {pictures.map((picture, index) => (
          <li key={picture.id} id={`picture-${index + 1}`} class="tile">
            <a href={pictureUrl(picture, 4000)} data-zoom>
              <Picture
                picture={picture}
                sizes="(min-width: 60rem) 52vw, 100vw"
                first={index === 0}
                alt={picture.alt || title}
              />
              <span class="unseen">{text.product.enlarge}</span>
            </a>
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <ul class="thumbs">
          {pictures.map((picture, index) => (
            <li key={picture.id}>
              <a class="tile" href={`#picture-${index + 1}`} data-thumb>
                <Picture picture={picture} sizes="5rem" alt="" first={index < 5} />
                <span class="unseen">{text.product.picture(index + 1, pictures.length)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <dialog class="zoom" data-zoom-dialog aria-label={text.product.pictures}>
        <div class="zoom-place" data-zoom-place />
        <p class="zoom-bar">
          <button class="icon-button" type="button" data-zoom-back>
            <Icon name="back" />
            <span class="unseen">{text.product.previous}</span>
          </button>
          <button class="icon-button" type="button" data-zoom-next>
            <Icon name="next" />
            <span class="unseen">{text.product.next}</span>
          </button>
          <button class="icon-button" type="button" data-zoom-close>
            <Icon name="close" />
            <span class="unseen">{text.frame.close}</span>
          </button>
        </p>
      </dialog>
    </section>
  );
}
