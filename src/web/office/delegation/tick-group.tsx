import { Tick } from '../../ui/fields.tsx';

interface TickGroupProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly ticked: readonly string[];
  readonly problem: string | undefined;
}

/** Several boxes of one field, under its name. */
export function TickGroup({ name, legend, options, ticked, problem }: TickGroupProps) {
  return (
    <fieldset className="mc-fieldset" id={name} tabIndex={-1}>
      <legend>{legend}</legend>
      {problem === undefined ? null : (
        <p className="ds-validation-message" data-color="danger">
          {problem}
        </p>
      )}
      <div className="mc-ticks">
        {options.map(({ value, label }) => (
          <Tick
            key={value}
            name={name}
            id={`${name}-${value}`}
            value={value}
            label={label}
            checked={ticked.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
