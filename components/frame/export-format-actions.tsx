'use client';

import { MenuAction } from '@/components/ui/menu';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/explanation/export';

/** One action for each format in which an explanation can be taken away. */
export function ExportFormatActions({ onExport }: { onExport: (format: ExportFormat) => void }) {
  return EXPORT_FORMATS.map((format) => (
    <MenuAction
      key={format.id}
      label={format.title}
      note={`The explanation as a .${format.extension} file`}
      onClick={() => onExport(format)}
    />
  ));
}
