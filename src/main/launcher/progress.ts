/** Tells on the console what a long start is doing; a step that takes longer than ten seconds says so again. */
export async function step<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const started = Date.now();
  console.log(`  ${what}…`);
  const reminder = setInterval(() => console.log(`  ${what}… đã ${seconds(started)} giây`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
}

function seconds(started: number): number {
  return Math.round((Date.now() - started) / 1000);
}
