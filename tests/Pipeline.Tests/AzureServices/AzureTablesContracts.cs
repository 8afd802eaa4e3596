#if AZURE_PACKAGES
using Pipeline.Contracts;
using Pipeline.Tests.AzureServices.Azurite;

namespace Pipeline.Tests.AzureServices;

/// <summary>What tables must do, done by the adapter and the official client.</summary>
public sealed class AzureTableContractTests : TableContract
{
    protected override bool TellsTablesApartByCase =>
        Environment.GetEnvironmentVariable(TestAccount.Variable)?.StartsWith("https://", StringComparison.Ordinal) != true;

    protected override ValueTask<TablesFixture> StartAsync() => TestTables.StartAsync();
}

/// <summary>The limits of tables, at which the adapter refuses and within which the service takes.</summary>
public sealed class AzureTableLimitsTests : TableLimitsContract
{
    protected override ValueTask<TablesFixture> StartAsync() => TestTables.StartAsync();
}

/// <summary>Reading tables through by the adapter and the official client.</summary>
public sealed class AzureTableScanTests : TableScanContract
{
    protected override ValueTask<TablesFixture> StartAsync() => TestTables.StartAsync();
}
#endif
