using System.Buffers;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>A request's body, written into a pooled array and sent from it, again on each retry.</summary>
internal sealed class PooledContent(int capacity) : RequestContent, IBufferWriter<byte>
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(Length);
    }

    public override bool TryComputeLength(out long length)
    {
        length = Length;
        return true;
    }

    public override Task WriteToAsync(Stream stream, CancellationToken cancellation) =>
        stream.WriteAsync(_buffer.AsMemory(0, Length), cancellation).AsTask();

    public override void WriteTo(Stream stream, CancellationToken cancellation) => stream.Write(_buffer.AsSpan(0, Length));

    /// <summary>
    /// Gives the array back. Only after an answer: a request that failed or was cancelled may still be reading it, and then it is left to the
    /// garbage collector. So disposing does nothing.
    /// </summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, Length) = ([], 0);
    }

    public override void Dispose()
    {
    }

    private void Ensure(int sizeHint)
    {
        var wanted = Length + Math.Max(sizeHint, 256);
        if (wanted <= _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, _buffer.Length * 2));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
