using System.Text;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;

namespace Pipeline.Protection.Proof;

/// <summary>
/// Reads every row of every table and every dead letter, and looks for an erased person in them. It costs what is stored; nothing less proves that
/// nothing is left.
/// </summary>
public sealed class PersonalScan(ITables tables, TimeProvider clock, BusTopology topology, IDeadLetters? deadLetters = null)
{
    private const int DeadLetterPage = 250;

    /// <summary>Looks through everything.</summary>
    /// <param name="subject">Whom to look for.</param>
    /// <param name="conversations">The keys of the erased conversations.</param>
    /// <param name="held">What may not be erased, and is passed over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it came to, and the conversations of the person that were found besides.</returns>
    public async Task<(ErasureProof Proof, IReadOnlyCollection<string> Found)> RunAsync(
        ErasureSubject subject, IReadOnlyCollection<string> conversations, HoldSet held, CancellationToken cancellationToken)
    {
        var matcher = new SubjectMatcher(subject, conversations);
        var (startedAt, rows, heldRows, letters) = (clock.GetUtcNow(), 0L, 0L, 0L);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var findings = new SortedDictionary<(string Place, SubjectTrace What), long>();
        foreach (var table in TableNames.All)
        {
            await foreach (var row in tables.ScanAllAsync(table, cancellationToken))
            {
                rows++;
                if (ErasureLedger.IsNote(table, row) || matcher.Of(row) is not (not SubjectTrace.None and var trace))
                {
                    continue;
                }

                if (held.OfConversation(row.PartitionKey) is not null || (row.Text("Key") is { } key && held.OfConversation(key) is not null))
                {
                    heldRows++;
                    continue;
                }

                // By their id, and never by a name or by what somebody wrote.
                if (table == TableNames.Conversations && matcher.Owns(row))
                {
                    found.Add(row.PartitionKey);
                }

                Count(table, trace);
            }
        }

        foreach (var source in topology.Sources)
        {
            await foreach (var letter in LettersAsync(source, cancellationToken))
            {
                letters++;
                var platform = letter.Message.PartitionKey.Split('~')[0];
                var trace = matcher.Of(letter.Message.PartitionKey, "", platform);
                trace = trace != SubjectTrace.None ? trace : matcher.Of(Encoding.UTF8.GetString(letter.Message.Body.Span), "", platform);
                if (trace != SubjectTrace.None && matcher.Owns(letter.Message.PartitionKey, letter.Message.Body.Span))
                {
                    found.Add(letter.Message.PartitionKey);
                }

                if (trace != SubjectTrace.None)
                {
                    Count($"dead letters of {source}", trace);
                }
            }
        }

        var proof = new ErasureProof
        {
            StartedAt = startedAt,
            EndedAt = clock.GetUtcNow(),
            Tables = TableNames.All.Count,
            Rows = rows,
            DeadLetters = letters,
            Keys = matcher.Keys,
            Identifiers = matcher.Identifiers,
            Findings = [.. findings.Select(finding => new ProofFinding(finding.Key.Place, Named(finding.Key.What), finding.Value))],
            HeldRows = heldRows,
        };
        return (proof, found);

        void Count(string place, SubjectTrace what) => findings[(place, what)] = findings.GetValueOrDefault((place, what)) + 1;
    }

    private async IAsyncEnumerable<DeadLetter> LettersAsync(
        string source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (deadLetters is not null
            && await deadLetters.ListAsync(source, after, DeadLetterPage, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var letter in page)
            {
                yield return letter;
            }

            after = page[^1].SequenceNumber;
        }
    }

    private static string Named(SubjectTrace trace) => trace switch
    {
        SubjectTrace.Conversation => "conversation",
        SubjectTrace.Customer => "customer",
        _ => "identifier",
    };
}
