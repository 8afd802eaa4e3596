namespace Pipeline.Sqlite.Storage;

/// <summary>State in memory that follows the transactions of a writer. Used on the writer's thread only.</summary>
internal interface ITransactionPart
{
    /// <summary>All operations of the group have run: what they left to be written once for all of them is written now.</summary>
    void BeforeCommit();

    /// <summary>The transaction is durable.</summary>
    void Committed();

    /// <summary>The transaction was taken back.</summary>
    void RolledBack();
}
