let audio: AudioContext | null = null;

/** Short and high: counted. */
export function playRight(): void {
  play(880, 0.09);
}

/** Long and low: look at the screen. */
export function playWrong(): void {
  play(190, 0.35);
}

/** A tone of `hertz` for `seconds`. A browser that plays none yet (no touch so far) stays silent. */
function play(hertz: number, seconds: number): void {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.12, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + seconds);
}
