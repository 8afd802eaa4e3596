using Pipeline.Contracts;

namespace Pipeline.Tests.AzureServices.Azurite;

/// <summary>What tables must do, done by our mapping and filters on Azurite.</summary>
public sealed class WireTableContractTests : TableContract
{
    protected override bool TellsTablesApartByCase => true;

    protected override ValueTask<TablesFixture> StartAsync() => WireTablesFixture.StartAsync();
}

/// <summary>The limits of tables on Azurite: what is within them it takes, in the form in which it is sent.</summary>
public sealed class WireTableLimitsTests : TableLimitsContract
{
    protected override ValueTask<TablesFixture> StartAsync() => WireTablesFixture.StartAsync();
}

/// <summary>Reading tables through on Azurite.</summary>
public sealed class WireTableScanTests : TableScanContract
{
    protected override ValueTask<TablesFixture> StartAsync() => WireTablesFixture.StartAsync();
}
