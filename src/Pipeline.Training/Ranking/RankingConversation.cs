using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Ranking;

/// <summary>A conversation to learn from: what customer and agent said, nothing else.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Turns">Its turns, oldest first.</param>
internal sealed record RankingConversation(string Id, IReadOnlyList<RankingTurn> Turns)
{
    /// <summary>
    /// Reads JSON Lines of conversations (<c>id</c>, <c>turns</c> of <c>speaker</c> and <c>text</c>) or of accepted replies (<c>context</c>
    /// of such turns and <c>reply</c>). Turns of anybody but customer and agent are left out.
    /// </summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is neither.</exception>
    public static IEnumerable<RankingConversation> ReadFile(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        foreach (var (number, text) in JsonLines.Read(file))
        {
            var row = RankingRow.Read(text, file, number);
            var turns = row.Turns ?? row.Context
                ?? throw new CorpusFileException($"{file}, line {number}: there is neither \"turns\" nor \"context\".");
            IEnumerable<RankingTurn> said = RankingRow.Turned(turns);
            yield return new(row.Id ?? $"{number}", [.. row.Reply is { } reply ? said.Append(new(ByAgent: true, reply)) : said]);
        }
    }
}

/// <summary>A line of a file of conversations, accepted replies or lists.</summary>
internal sealed record RankingRow(
    string? Id = null,
    IReadOnlyList<RankingRowTurn>? Turns = null,
    IReadOnlyList<RankingRowTurn>? Context = null,
    string? Reply = null,
    IReadOnlyList<string>? Candidates = null,
    int? Gold = null)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="CorpusFileException">It is not JSON with these fields; the message names the line.</exception>
    public static RankingRow Read(string text, string file, int line)
    {
        try
        {
            return JsonSerializer.Deserialize(text, RankingJson.Default.RankingRow)
                ?? throw new CorpusFileException($"{file}, line {line}: this is no row.");
        }
        catch (JsonException problem)
        {
            throw new CorpusFileException($"{file}, line {line}: {problem.Message}", problem);
        }
    }

    /// <summary>The turns of customer and agent among these.</summary>
    public static IEnumerable<RankingTurn> Turned(IEnumerable<RankingRowTurn> turns) =>
        from turn in turns
        where turn.Speaker is "customer" or "agent"
        select new RankingTurn(turn.Speaker == "agent", turn.Text);
}

/// <summary>A turn of a line.</summary>
internal sealed record RankingRowTurn(string Speaker, string Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RankingRow))]
internal sealed partial class RankingJson : JsonSerializerContext;
