using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>Brings more messages of a source into memory, after what was committed before it.</summary>
internal sealed class LoadOperation(BusStore store, MessageSource source) : WriterOperation<int>
{
    /// <inheritdoc/>
    public override bool Writes => false;

    /// <inheritdoc/>
    protected override int Committed()
    {
        if (source.StartLoad() is not var (after, room))
        {
            source.EndLoad();
            return 0;
        }

        try
        {
            var (deliveries, all) = store.Read(source, after, room);
            source.Load(deliveries, all);
            return deliveries.Count;
        }
        finally
        {
            source.EndLoad();
        }
    }

    /// <inheritdoc/>
    protected override void Failed() => source.EndLoad();
}
