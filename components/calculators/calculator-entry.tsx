import type { ReactNode } from 'react';
import type { Calculator, CalculatorInput, Vector } from '@/lib/knowledge/calculators/calculator';
import { shownUnit } from '@/lib/knowledge/shown-units';

function unitOf(ucum: string): string {
  const shown = shownUnit(ucum);
  return shown === '' ? '' : ` ${shown}`;
}

/** "90 to 200 mmol/L (also mEq/L)", "female or male", "yes or no". */
function inputInWords(input: CalculatorInput): string {
  switch (input.kind) {
    case 'number': {
      const others = (input.otherUnits ?? []).map((unit) => shownUnit(unit) || 'fraction');
      const also = others.length === 0 ? '' : ` (also ${others.join(', ')})`;
      return `${input.range[0]} to ${input.range[1]}${unitOf(input.unit)}${also}`;
    }
    case 'choice':
      return input.choices.map(({ label }) => label).join('; ');
    case 'yes-no':
      return 'yes or no';
  }
}

function pointsInWords(least: number, most: number): string {
  if (least !== 0) {
    return `${least} to ${most}`;
  }
  return most > 1 ? `up to ${most}` : String(most);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-1">
      <h4 className="text-2xs font-semibold text-ink-3">{title}</h4>
      {children}
    </div>
  );
}

function Inputs({ inputs }: { inputs: Calculator['inputs'] }) {
  return (
    <Part title="Inputs">
      <dl className="grid gap-0.5 text-xs">
        {Object.entries(inputs).map(([id, input]) => (
          <div key={id} className="flex flex-wrap gap-x-2">
            <dt className="text-ink">{input.label}</dt>
            <dd className="text-ink-2">{inputInWords(input)}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** What was given, in the order of the inputs: "Sodium 140, Chloride 104". */
function givenInWords({ inputs }: Calculator, { given }: Vector): string {
  return Object.entries(inputs)
    .flatMap(([id, input]) => {
      const value = given[id];
      if (input.kind === 'yes-no') {
        return value === true ? [input.label] : [];
      }
      const shown =
        input.kind === 'choice'
          ? (input.choices.find((choice) => choice.value === value)?.label ?? value)
          : value;
      return [`${input.label} ${shown}`];
    })
    .join(', ');
}

function Vectors({ calculator }: { calculator: Calculator }) {
  return (
    <Part title="Reference values">
      <ul className="grid gap-0.5 text-xs text-ink-2">
        {calculator.vectors.map((vector) => (
          <li key={JSON.stringify(vector.given)}>
            {givenInWords(calculator, vector) || 'none of the items'} →{' '}
            <strong className="font-semibold text-ink">
              {vector.result}
              {unitOf(calculator.unit)}
            </strong>
            {vector.source === undefined ? null : ` (${vector.source})`}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Bands({ calculator: { bands, bandSource, unit } }: { calculator: Calculator }) {
  if (bands === undefined) {
    return null;
  }
  return (
    <Part title="Interpretation">
      <ul className="grid gap-0.5 text-xs text-ink-2">
        {bands.map(({ from, label }, index) => (
          <li key={label}>
            <strong className="font-semibold text-ink">
              {index === 0
                ? `below ${bands[1]?.from ?? ''}${unitOf(unit)}`
                : `from ${from}${unitOf(unit)}`}
            </strong>{' '}
            {label}
          </li>
        ))}
      </ul>
      <p className="text-2xs text-ink-3">{bandSource}</p>
    </Part>
  );
}

/** One formula or score with all that it rests on. */
export function CalculatorEntry({ calculator }: { calculator: Calculator }) {
  const { title, version, formula, items, tolerance, note, source } = calculator;
  return (
    <article className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-pane px-3.5 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-sm font-semibold">{title}</h3>
        <p className="text-2xs text-ink-3">{version}</p>
      </div>
      {items.length === 0 ? (
        <p className="font-mono text-xs break-words text-ink">{formula}</p>
      ) : (
        <ul className="grid gap-x-4 text-xs text-ink sm:grid-cols-2">
          {items.map(({ label, least, most }) => (
            <li key={label} className="flex justify-between gap-3">
              <span>{label}</span>
              <span className="text-ink-2">{pointsInWords(least, most)}</span>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="min-h-6 text-xs text-accent">
          Inputs, reference values{calculator.bands === undefined ? '' : ', interpretation'}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-2">
          <Inputs inputs={calculator.inputs} />
          <Vectors calculator={calculator} />
          <Bands calculator={calculator} />
          <Part title="Tolerance">
            <p className="text-xs text-ink-2">
              {tolerance === 0 ? 'exact' : `${Math.round(tolerance * 1000) / 10} %, or rounding`}
            </p>
          </Part>
        </div>
      </details>
      {note === undefined ? null : <p className="text-xs text-ink-2">{note}</p>}
      <p className="text-2xs text-ink-3">{source}</p>
    </article>
  );
}
