import { Icon } from '@/components/ui/icon';
import { MODELS_PATH, TRY_LARGER } from '@/lib/explanation/abstention';

/** Said before a run: that the embedded model will give no diagnosis, and why. */
export function UndecidedNotice({ reason }: { reason: string }) {
  return (
    <div
      role="note"
      className="flex items-start gap-2 rounded-md border border-not-in-case bg-not-in-case-bg px-3 py-2 text-xs"
    >
      <span className="pt-0.5 text-not-in-case">
        <Icon name="warning" size={14} />
      </span>
      <p className="min-w-0">
        <strong className="font-semibold">No diagnosis will be given.</strong> {reason} It can be
        run all the same. {TRY_LARGER}{' '}
        <a href={MODELS_PATH} className="text-accent underline underline-offset-4">
          Choose a model
        </a>
      </p>
    </div>
  );
}
