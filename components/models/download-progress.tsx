import { bytesWords } from '@/components/models/figures';
import type { DownloadProgress } from '@/lib/engine/download/progress';

/** How far a download is: bytes, rate and time left. */
export function DownloadProgressView({
  name,
  progress,
  elsewhere,
}: {
  name: string;
  progress: DownloadProgress | undefined;
  elsewhere: boolean;
}) {
  return (
    <div className="grid gap-1">
      <progress
        aria-label={`Download of ${name}`}
        max={1}
        className="h-1.5 w-full overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink-3 [&::-moz-progress-bar]:bg-ink-3"
        {...(progress?.total === undefined
          ? {}
          : { value: Math.min(1, progress.loaded / progress.total) })}
      />
      <p className="text-xs text-ink-2">
        {elsewhere ? 'Another tab downloads it. ' : null}
        {progress === undefined ? 'Beginning…' : wordsOf(progress)}
      </p>
    </div>
  );
}

function wordsOf({
  loaded,
  total,
  isTotalExact,
  rate,
  secondsLeft,
  file,
}: DownloadProgress): string {
  const about = isTotalExact ? '' : 'about ';
  return [
    total === undefined
      ? bytesWords(loaded)
      : `${bytesWords(loaded)} of ${about}${bytesWords(total)}`,
    ...(rate === undefined ? [] : [`${bytesWords(rate)} a second`]),
    ...(secondsLeft === undefined ? [] : [`${timeWords(secondsLeft)} left`]),
    file,
  ].join(' · ');
}

function timeWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
