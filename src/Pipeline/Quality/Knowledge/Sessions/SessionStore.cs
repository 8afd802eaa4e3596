using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Sessions;

/// <summary>The sessions: one partition.</summary>
public sealed class SessionStore(ITables tables)
{
    /// <summary>All sessions, the latest first.</summary>
    public async Task<IReadOnlyList<QuestionSession>> ListAsync(CancellationToken cancellationToken)
    {
        List<QuestionSession> sessions = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, new TableQuery(QuestionSession.Partition), cancellationToken))
        {
            sessions.Add(QuestionSession.Read(row));
        }

        return [.. sessions.OrderByDescending(session => session.From).ThenBy(session => session.Id, StringComparer.Ordinal)];
    }

    /// <summary>One session; null when there is none such.</summary>
    public async Task<QuestionSession?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Questions, QuestionSession.Partition, id, cancellationToken) is { } row ? QuestionSession.Read(row) : null;

    /// <summary>Adds a session.</summary>
    /// <returns>Whether it was added: false when one of this id is there.</returns>
    public async Task<bool> TryAddAsync(QuestionSession session, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Questions, QuestionSession.Partition, [new TableChange.Insert(session.ToRow())], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
