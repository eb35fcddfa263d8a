namespace MonitoringReturns.Workbooks.Zip;

/// <summary>
/// Passes writes on and never seeks, so that the zip comes out the same on any stream. Leaves the stream below open.
/// Once abandoned it swallows what is written, so that a writer thrown away half-way can't touch the stream again.
/// </summary>
internal sealed class ForwardStream(Stream target) : Stream
{
    private bool _abandoned;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Abandon() => _abandoned = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!_abandoned)
            target.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (!_abandoned)
            target.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
