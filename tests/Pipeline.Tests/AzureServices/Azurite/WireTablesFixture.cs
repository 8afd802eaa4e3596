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
        string[] names = ["Things", "Others", "Nothings"];
        foreach (var name in names)
        {
            (await account.CreateTableAsync(name + suffix)).EnsureSuccessStatusCode().Dispose();
        }

        return new TablesFixture(new SuffixedTables(new WireTables(account), suffix), async () =>
        {
            foreach (var name in names)
            {
                (await account.SendAsync(HttpMethod.Delete, $"Tables('{name}{suffix}')")).Dispose();
            }

            account.Dispose();
        });
    }
}
