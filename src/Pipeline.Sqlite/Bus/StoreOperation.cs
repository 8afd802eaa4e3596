using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>A rare operation, as two functions.</summary>
/// <param name="execute">Writes; null for one that only reads.</param>
/// <param name="committed">Makes the result after the commit.</param>
/// <param name="failed">What to do when nothing was written; null for nothing.</param>
internal sealed class StoreOperation<T>(Action? execute, Func<T> committed, Action? failed = null) : WriterOperation<T>
{
    /// <inheritdoc/>
    public override bool Writes => execute is not null;

    /// <inheritdoc/>
    public override void Execute() => execute?.Invoke();

    /// <inheritdoc/>
    protected override T Committed() => committed();

    /// <inheritdoc/>
    protected override void Failed() => failed?.Invoke();
}
