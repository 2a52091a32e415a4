'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/field';
import { FaultNotice } from '@/components/ui/notice';
import { originToAllow } from '@/lib/engine/allowed-origins';
import { HUB } from '@/lib/engine/download/source/hub';
import type { Fault } from '@/lib/text/outcome';

/** Where models are downloaded from: the public hub, or a mirror within a hospital. */
export function MirrorField({
  mirror,
  onChange,
}: {
  mirror: string;
  onChange: (base: string) => void;
}) {
  const [written, setWritten] = useState('');
  const [fault, setFault] = useState<Fault>();
  useEffect(() => setWritten(mirror === HUB ? '' : mirror), [mirror]);

  const save = (event: FormEvent) => {
    event.preventDefault();
    const address = written.trim();
    const origin = originToAllow(address === '' ? HUB : address);
    setFault(origin.ok ? undefined : origin.fault);
    if (origin.ok) onChange(origin.value);
  };

  return (
    <Disclosure
      className="text-xs"
      summary={<span className="font-medium text-ink-2">Download from {new URL(mirror).host}</span>}
    >
      <form onSubmit={save} className="flex flex-wrap items-end gap-2 pt-2">
        <TextField
          label="Address of a mirror"
          value={written}
          placeholder={HUB}
          inputMode="url"
          className="min-w-0 grow sm:max-w-md"
          onChange={(event) => setWritten(event.target.value)}
        />
        <Button type="submit" emphasis="outlined" className="h-9">
          Use it
        </Button>
      </form>
      <p className="pt-1 text-ink-3">
        A server that keeps the hub’s paths, for places without internet. Without one: load a model
        from a folder, for example of a USB stick that another machine exported to.
      </p>
      {fault === undefined ? null : <FaultNotice fault={fault} />}
    </Disclosure>
  );
}
