"""What a secretariat keeps of a quarter beside its inputs and builds: plain files, no database.

Import from the module that holds a name; this is the map, in the order of the work:

    places     `Desk.of(workspace, masukan)`: where everything of one inputs folder lies
    events     `read(desk)`, `write(desk, ...)`, `Log`: what people did, one file each, never changed
    people     `Petugas`, `here()`: who did it, on which computer
    editions   `editions(desk, log)`, `newest(found)`: builds as Rancangan, Edisi 1, Perbaikan n
    building   `settle(desk, petugas, result)`: what follows a build of the pipeline; `turns` one build at a time
    letters    working copies for Word; `recognising` which document a .docx is; `handing` the zip
    sending    `mark_all`, `withdraw`, `take_back`, `standing`; `frozen` exact copies; `numbering` numbers
    revisions  `sent_letters`: withdraw, replace, leave, wait; `differences`
    comparing  `figure_changes`, `document_changes` between two editions; `sentences` what two texts say differently
    telling    `told(log, names)`: what people did, in sentences
    inbox      `drop`, `waiting`, `accept`, `reject`, `reuse`; `looking` what a file would do, `taking`
               what becomes of it; `unzipping` the guard
    around     `around`: the rows of an input around a cell
    returning  `compare`, `between`: findings fixed, still wrong, new; `answer`: the sender's workbook marked
    requests   `asked`: who must explain, and who has answered; `packets` `write`: what goes out to those who have not
    filling    `opened`, `save`, `approve`: the workbook isian-meja-kerja.xlsx; `lock` one writer at a time
"""
