import type {ReactNode} from 'react';
import {Dialog, Modal, ModalOverlay} from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window over the page, closed by Esc or by a press beside it. */
export function Overlay({label, open, onClose, children}: Props) {
  return (
    <ModalOverlay isOpen={open} isDismissable className="overlay"
                  onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}>
      <Modal className="overlay-box comes">
        <Dialog aria-label={label} className="overlay-dialog">{children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}
