using System.Collections.Concurrent;

namespace Pipeline.Sqlite.Tables;

/// <summary>A few readers, opened when first needed and shared by all callers.</summary>
internal sealed class ReaderPool(int size, Func<TableReader> open) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size, size);
    private readonly ConcurrentStack<TableReader> _idle = [];

    /// <summary>
    /// Reads with a reader that is free, waiting for one if need be. The read itself is quick and runs on the caller's thread.
    /// </summary>
    public async Task<T> ReadAsync<T>(Func<TableReader, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            var reader = _idle.TryPop(out var idle) ? idle : open();
            try
            {
                return read(reader);
            }
            finally
            {
                _idle.Push(reader);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Closes the readers, after those in use are back.</summary>
    public void Dispose()
    {
        for (var reader = 0; reader < size; reader++)
        {
            _free.Wait();
        }

        while (_idle.TryPop(out var reader))
        {
            reader.Dispose();
        }

        _free.Dispose();
    }
}
