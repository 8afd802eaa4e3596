using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Peers;

/// <summary>A colleague who solved like cases and wants to be asked.</summary>
/// <param name="Id">Who.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="Skills">The trades.</param>
/// <param name="Available">Whether they are at their desk now.</param>
public sealed record Peer(string Id, string FirstName, IReadOnlyList<string> Skills, bool Available);

/// <summary>
/// Finds who can unstick a case: colleagues who solved like ones and chose to be named. Those who are at their desk come first, then by how like
/// their case was; no figure is shown, and how many cases somebody solved counts for nothing.
/// </summary>
public sealed class PeerFinder(ITables tables, ITranscripts transcripts, IColleagues colleagues, PeerConsents consents)
{
    /// <summary>The most cases that are looked at: the newest of the language.</summary>
    public const int MostCases = 2_000;

    /// <summary>The most colleagues that are named.</summary>
    public const int MostPeers = 5;

    private const int MostLike = 50;

    /// <summary>The colleagues; null when the conversation is not known.</summary>
    /// <param name="conversationKey">The conversation that is stuck.</param>
    /// <param name="asker">Who asks: they are not told of themselves.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Peer>?> FindAsync(string conversationKey, string asker, CancellationToken cancellationToken)
    {
        if (await transcripts.ReadAsync(conversationKey, cancellationToken) is not { } transcript)
        {
            return null;
        }

        var consenting = await consents.ReadAsync(cancellationToken);
        if (consenting.Count == 0)
        {
            return [];
        }

        var cases = await CasesAsync(transcript.State.Language, cancellationToken);
        var like = CaseSearch.Of(
            [.. cases.Where(known => known.Conversation != conversationKey && known.AdvisorId != asker && consenting.Contains(known.AdvisorId))],
            SolvedCase.TermsOf(transcript),
            transcript.State.Intent,
            transcript.Assignment?.Decision.Skill,
            MostLike);
        var known = (await colleagues.ReadAsync(cancellationToken)).ToDictionary(colleague => colleague.Id, StringComparer.Ordinal);
        return
        [
            .. like.Select(found => found.Case.AdvisorId)
                .Distinct(StringComparer.Ordinal)
                .Where(known.ContainsKey)
                .Select(id => known[id])
                .Select(colleague => new Peer(colleague.Id, colleague.FirstName, colleague.Skills, colleague.Available))
                .OrderByDescending(peer => peer.Available)
                .Take(MostPeers),
        ];
    }

    private async Task<IReadOnlyList<SolvedCase>> CasesAsync(string language, CancellationToken cancellationToken)
    {
        List<SolvedCase> cases = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, new TableQuery(SolvedCase.PartitionOf(language)), cancellationToken))
        {
            cases.Add(SolvedCase.Read(row));
            if (cases.Count == MostCases)
            {
                break;
            }
        }

        return cases;
    }
}
