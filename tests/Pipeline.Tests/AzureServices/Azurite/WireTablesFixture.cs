using Pipeline.Contracts;

namespace Pipeline.Tests.AzureServices.Azurite;

/// <summary>Empty tables on Azurite by the protocol, or the test is skipped.</summary>
internal static class WireTablesFixture
{
    private static int _count;

    public static async ValueTask<TablesFixture> StartAsync()
    {
        var account = TestAccount.OrSkip();
        var suffix = $"x{Environment.ProcessId}x{Interlocked.Increment(ref _count)}";
        (await account.CreateTableAsync("Things" + suffix)).EnsureSuccessStatusCode().Dispose();
        return new TablesFixture(new SuffixedTables(new WireTables(account), suffix), async () =>
        {
            (await account.SendAsync(HttpMethod.Delete, $"Tables('Things{suffix}')")).Dispose();
            account.Dispose();
        });
    }
}
