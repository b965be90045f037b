"""What a secretariat keeps of a quarter beside its inputs and builds: plain files, no database.

Import from the module that holds a name; this is the map, in the order of the work:

    places     `Desk.of(workspace, masukan)`: where everything of one inputs folder lies
    events     `read(desk)`, `write(desk, ...)`, `Log`: what people did, one file each, never changed
    people     `Petugas`, `here()`: who did it, on which computer
    editions   `editions(desk, log)`, `newest(desk, log)`: builds as Rancangan, Edisi 1, Perbaikan n
    building   `build(desk, ...)`: a build of the pipeline, told to the events
"""
