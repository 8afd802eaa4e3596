using Pipeline.Ports;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Exchange;

/// <summary>
/// Takes a file of texts into a library, whole or not at all. A text that is not there yet comes in as the file has it, with its version, its
/// author and its approval. One that is there and equal stays. One that the file changed becomes a draft of whoever imports it, if the file has
/// the version that the library has; a higher version is taken as the file has it, a lower one is a problem: somebody changed it meanwhile.
/// </summary>
public sealed class LibraryImport<TText, T>(LibraryEditor<TText, T> editor, ITables tables, TimeProvider clock)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    /// <summary>The most texts of one file.</summary>
    public const int MaxTexts = 10_000;

    // A change is two rows: the new version and the one before.
    private const int MaxBatch = ITables.MaxBatch / 2;

    /// <summary>Imports a file, or with <paramref name="checkOnly"/> only says what that would do.</summary>
    /// <param name="file">The file.</param>
    /// <param name="importer">Who imports it.</param>
    /// <param name="mayApprove">Whether approvals that the file holds are taken at its word; else every text comes as a draft of the importer.</param>
    /// <param name="checkOnly">Whether nothing is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImportOutcome> RunAsync(
        ReadFile<TText> file, string importer, bool mayApprove, bool checkOnly, CancellationToken cancellationToken)
    {
        List<ImportProblem> problems = [.. file.Problems, .. Check(file)];
        var (changes, unchanged) = problems.Count == 0 ? await PlanAsync(file, importer, mayApprove, problems, cancellationToken) : ([], 0);
        if (problems.Count > 0)
        {
            return new(0, 0, 0, [.. problems.OrderBy(problem => problem.Row)]);
        }

        var outcome = new ImportOutcome(changes.Count(change => change.Past is null), changes.Count(change => change.Past is not null), unchanged, []);
        return checkOnly || await WriteAsync(changes, cancellationToken) ? outcome : outcome with { Interrupted = true };
    }

    private async Task<(List<PlannedChange<TText, T>> Changes, int Unchanged)> PlanAsync(
        ReadFile<TText> file, string importer, bool mayApprove, List<ImportProblem> problems, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan<TText, T>(editor.Table, importer, mayApprove, clock.GetUtcNow());
        List<PlannedChange<TText, T>> changes = [];
        var unchanged = 0;
        foreach (var language in file.Texts.GroupBy(entry => entry.Text.Language!, StringComparer.Ordinal))
        {
            var stored = (await editor.ListAsync(language.Key, cancellationToken)).ToDictionary(text => text.Newest.Id, StringComparer.Ordinal);
            foreach (var (row, text) in language)
            {
                switch (plan.For(text, stored.GetValueOrDefault(text.Id!)))
                {
                    case (_, { } problem):
                        problems.Add(new(row, problem.Field, text.Id, problem.Problem));
                        break;
                    case ({ } change, _):
                        changes.Add(change);
                        break;
                    default:
                        unchanged++;
                        break;
                }
            }
        }

        return (changes, unchanged);
    }

    private IEnumerable<ImportProblem> Check(ReadFile<TText> file)
    {
        if (file.Texts.Count > MaxTexts)
        {
            yield return new(0, null, null, $"The file has {file.Texts.Count} texts; the most is {MaxTexts}.");
        }

        var first = new Dictionary<(string?, string?), int>();
        foreach (var (row, text) in file.Texts)
        {
            foreach (var problem in editor.Table.ProblemsOf(text))
            {
                yield return new(row, problem.Field, text.Id, problem.Problem);
            }

            if (text.Id is not null && !first.TryAdd((text.Language, text.Id), row))
            {
                yield return new(row, "id", text.Id, $"Row {first[(text.Language, text.Id)]} has this id already.");
            }
        }
    }

    private async Task<bool> WriteAsync(List<PlannedChange<TText, T>> changes, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var language in changes.GroupBy(change => change.Newest.Written.Language!, StringComparer.Ordinal))
            {
                foreach (var batch in language.Chunk(MaxBatch))
                {
                    TableChange[] rows = [.. batch.SelectMany(change => change.Rows(editor.Table))];
                    await tables.ApplyAsync(editor.Table.Name, language.Key, rows, cancellationToken);
                }
            }

            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
