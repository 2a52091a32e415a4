export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-3 px-6">
      <h1 className="text-xl font-semibold">There is no page here</h1>
      <p className="text-ink-2">
        Rationale is one page. Earlier runs open from its list, not from an address of their own.
      </p>
      <p>
        <a href="/" className="text-accent underline underline-offset-4">
          Go to the case
        </a>
      </p>
    </main>
  );
}
