namespace MonitoringReturns.Workbooks.Zip;

/// <summary>Keeps what is written until it is copied on: a little in memory, more in a temporary file
/// that no one else may read and that goes with it.</summary>
internal sealed class Spool(int bytesInMemory) : Stream
{
    private const int FileBuffer = 64 * 1024;
    private Stream _store = new MemoryStream();

    public bool InMemory => _store is MemoryStream;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _store.Length;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (InMemory && _store.Length + buffer.Length > bytesInMemory)
            MoveToFile();
        _store.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public void CopyAllTo(Stream target)
    {
        _store.Position = 0;
        _store.CopyTo(target, FileBuffer);
    }

    public override void Flush() => _store.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _store.Dispose();
        base.Dispose(disposing);
    }

    private void MoveToFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sheet-{Guid.NewGuid():N}.spool");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        using var inMemory = _store;
        _store = file;
        inMemory.Position = 0;
        inMemory.CopyTo(file);
    }
}
