import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { describeError } from '../../app/errors/describe-error.js';
import type { PickedAssetFragment } from './media-picker.generated.js';
import { uploadFile, type FileUpload } from './upload-file.js';

/** A file that is being uploaded, for people to see. */
export interface ShownUpload {
  readonly key: string;
  readonly name: string;
  /** From 0 to 1; at 1 the server looks at it. */
  readonly share: number;
  readonly isPaused: boolean;
  /** Why it failed, in words. */
  readonly problem?: string;
}

export interface Uploads {
  readonly shown: readonly ShownUpload[];
  /** Sends a file; resolves with the asset, or with undefined when it failed (the reason is shown) or was stopped. */
  add(file: File): Promise<PickedAssetFragment | undefined>;
  pause(key: string): void;
  resume(key: string): void;
  /** Stops an upload, or takes a failed one away. */
  remove(key: string): void;
}

/** Uploads with their progress. They stop when the component leaves the page. */
export function useUploads(): Uploads {
  const [shown, setShown] = useState<readonly ShownUpload[]>([]);
  const running = useRef(new Map<string, FileUpload>());
  const client = useQueryClient();
  const change = (key: string, part: Partial<ShownUpload>): void => { setShown((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each))); };
  const remove = (key: string): void => {
    running.current.get(key)?.stop();
    running.current.delete(key);
    setShown((now) => now.filter((each) => each.key !== key));
  };
  useEffect(() => {
    const all = running.current;
    return () => { for (const upload of all.values()) upload.pause(); };
  }, []);
  async function add(file: File): Promise<PickedAssetFragment | undefined> {
    const key = crypto.randomUUID();
    const upload = uploadFile(file, { onProgress: (share) => { change(key, { share }); } });
    running.current.set(key, upload);
    setShown((now) => [...now, { key, name: file.name, share: 0, isPaused: false }]);
    try {
      const asset = await upload.asset;
      running.current.delete(key);
      setShown((now) => now.filter((each) => each.key !== key));
      void client.invalidateQueries({ queryKey: ['PickerAssets'] });
      return asset;
    } catch (error) {
      running.current.delete(key);
      if (!(error instanceof DOMException)) change(key, { problem: describeError(error).message });
      return undefined;
    }
  }
  return {
    shown, add, remove,
    pause: (key) => { running.current.get(key)?.pause(); change(key, { isPaused: true }); },
    resume: (key) => { running.current.get(key)?.resume(); change(key, { isPaused: false }); },
  };
}
