'use client';

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-3 px-6">
      <h1 className="text-xl font-semibold">The page failed to draw</h1>
      <p className="text-ink-2">
        Finished runs are safe in this browser; the case that was being written is too.
      </p>
      <p className="font-mono text-xs break-words text-ink-2">{error.message}</p>
      <button
        type="button"
        onClick={reset}
        className="h-9 rounded-md bg-action px-4 font-semibold text-on-action hover:bg-action-hover"
      >
        Draw it again
      </button>
    </main>
  );
}
