using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Sweep;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The accounts at platforms, for administrators: what their webhooks lost, and a sweep at once.</summary>
public static class PlatformsEndpoint
{
    /// <summary>Every configured account with how its sweeps stand.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Platforms") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var ledger = services.GetRequiredService<SweepLedger>();
        var swept = services.GetRequiredService<AccountSweeper>().Accounts.ToHashSet();
        List<PlatformAccountAnswer> accounts = [];
        foreach (var account in services.GetRequiredService<PlatformAccounts>().All)
        {
            var state = await ledger.ReadAsync(account.Platform, account.Account, cancellationToken);
            accounts.Add(Answer(account, state, swept.Contains((account.Platform, account.Account))));
        }

        return new JsonAnswer<PlatformsAnswer>(new(accounts), WebJson.Default.PlatformsAnswer);
    }

    /// <summary>Sweeps an account now: <c>since</c> looks back further than a sweep does by itself.</summary>
    public static async Task<IResult> PostSweepAsync(
        HttpRequest request, string platform, string account, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "SweepPlatform") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "since");
        var since = query.Time("since");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var services = request.HttpContext.RequestServices;
        if (services.GetRequiredService<PlatformAccounts>().Find(platform, account) is null)
        {
            return Problems.PlatformAccountUnknown();
        }

        return await services.GetRequiredService<AccountSweeper>().RunAsync(platform, account, since, cancellationToken) is { } report
            ? new JsonAnswer<SweepReport>(report, WebJson.Default.SweepReport)
            : Problems.HistoryMissing();
    }

    private static PlatformAccountAnswer Answer(PlatformAccount account, SweepState state, bool swept) => new()
    {
        Platform = account.Platform,
        Account = account.Account,
        Brand = account.Brand,
        Channel = account.Channel,
        LanguageHint = account.LanguageHint,
        ChecksSignatures = account.Secrets.Count > 0,
        ChecksTokens = account.Tokens.Count > 0,
        OutletHost = account.OutletAddress?.Authority,
        Through = account.OutletThrough,
        HistoryHost = account.HistoryAddress?.Authority,
        Teams = account.Teams.Count,
        Agents = account.Agents.Count,
        Swept = swept,
        LastSweptAt = state.LastSweptAt,
        SweptUntil = state.SweptUntil,
        Found = state.Found,
        Saved = state.Saved,
        Waiting = state.Waiting,
        Unreadable = state.Unreadable,
        Error = state.Error,
    };
}
