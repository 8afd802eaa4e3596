namespace Pipeline.Tests.Quality.Questions;

/// <summary>A question of docs/quality.md: its one query, and what it is answered on the bundled conversations.</summary>
/// <param name="Title">The question.</param>
/// <param name="Address">The address below the API's folder.</param>
/// <param name="Answer">The answer as the page has it.</param>
public sealed record QualityQuestion(string Title, string Address, string Answer)
{
    private const string Heading = "## ";
    private const string Query = "`GET /api/";
    private const string Told = "→ ";

    /// <summary>The questions of the page, in order.</summary>
    public static IReadOnlyList<QualityQuestion> Read(string page)
    {
        var questions = new List<QualityQuestion>();
        var (title, address) = ("", "");
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                title = line[Heading.Length..];
            }
            else if (line.StartsWith(Query, StringComparison.Ordinal))
            {
                address = line[Query.Length..].TrimEnd('`');
            }
            else if (line.StartsWith(Told, StringComparison.Ordinal) && address.Length > 0)
            {
                questions.Add(new(title, address, line[Told.Length..].Trim()));
                address = "";
            }
        }

        return questions;
    }
}
