using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class ReportsEndpointTests
{
    private readonly WebFixture _fixture = new();

    [Theory]
    [InlineData("?advisor=a-nadia", "advisor")]
    [InlineData("?group=advisor", "group")]
    public async Task Whoever_asks_for_a_person_is_told_why_there_is_no_such_report(string query, string field)
    {
        (await _fixture.AskAsync(ReportsEndpoint.GetAsync, query)).IsProblem(400, "report-per-person", field);
        (await _fixture.AskAsync(ReportsEndpoint.GetPrintAsync, query)).IsProblem(400, "report-per-person", field);
        (await _fixture.AskAsync(ReportsEndpoint.GetDigestAsync, query)).IsProblem(400, "report-per-person", field);
        (await _fixture.AskAsync(ReportsEndpoint.GetIrritantsAsync, query)).IsProblem(400, "report-per-person", field);
        (await _fixture.AskAsync(ReportsEndpoint.GetConsistencyAsync, query)).IsProblem(400, "report-per-person", field);
    }

    [Theory]
    [InlineData("?group=mood", "query-invalid", "group")]
    [InlineData("?compare=after", "query-invalid", "compare")]
    [InlineData("?compare=before&against=boreal", "query-invalid", "against")]
    [InlineData("?from=2026-03-08&to=2026-03-02", "query-invalid", "from")]
    [InlineData("?from=0001-01-01&to=0001-01-02", "query-invalid", "from")]
    [InlineData("?groop=brand", "query-unknown", "groop")]
    public async Task What_cannot_be_asked_is_refused_by_its_name(string query, string code, string field) =>
        (await _fixture.AskAsync(ReportsEndpoint.GetAsync, query)).IsProblem(400, code, field);

    [Fact]
    public async Task Where_nothing_was_measured_the_reports_say_so()
    {
        foreach (var group in (string[])["all", "brand", "phase", "assistance", "entry"])
        {
            var report = (await _fixture.AskAsync(ReportsEndpoint.GetAsync, $"?group={group}")).Json;
            Assert.True(report.GetProperty("all").GetProperty("withheld").GetBoolean());
            Assert.Equal(0, report.GetProperty("rowsRead").GetInt32());
        }

        Assert.Equal(0, (await _fixture.AskAsync(ReportsEndpoint.GetIrritantsAsync)).Json.GetProperty("bursts").GetArrayLength());
        Assert.Equal(0, (await _fixture.AskAsync(ReportsEndpoint.GetConsistencyAsync)).Json.GetProperty("gaps").GetArrayLength());
        Assert.Equal(0, (await _fixture.AskAsync(ReportsEndpoint.GetDigestAsync)).Json.GetProperty("teams").GetArrayLength());
    }

    [Theory]
    [InlineData("?language=fr", "Indicateurs", "Côté client")]
    [InlineData("?language=en&brand=%3Cscript%3E", "Indicators", "The customer")]
    public async Task The_page_to_print_runs_nothing_and_puts_the_customer_first(string query, string title, string customer)
    {
        var page = await _fixture.AskAsync(ReportsEndpoint.GetPrintAsync, query);
        Assert.Equal((200, "text/html; charset=utf-8"), (page.Status, page.MediaType));
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(title, page.Body, StringComparison.Ordinal);
        var text = System.Net.WebUtility.HtmlDecode(page.Body);
        Assert.InRange(text.IndexOf(customer, StringComparison.Ordinal), 0, text.IndexOf("<section>", StringComparison.Ordinal));
        (await _fixture.AskAsync(ReportsEndpoint.GetPrintAsync, "?language=de")).IsProblem(400, "query-invalid", "language");
    }
}
