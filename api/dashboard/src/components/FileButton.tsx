interface Props {
  readonly label: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files from the disk or the camera. The browser's own button speaks the browser's language, so ours stands over it. */
export function FileButton({label, accept, multiple = false, onFiles}: Props) {
  return (
    <label className="button file-button">
      {label}
      <input type="file" accept={accept} multiple={multiple} className="hidden-from-sight" onChange={(event) => {
        onFiles([...event.target.files ?? []]);
        event.target.value = '';
      }} />
    </label>
  );
}
