using Pipeline.Contracts;

namespace Pipeline.Tests.Sqlite;

public sealed class SqliteBusContractTests : BusContract
{
    protected override ValueTask<BusFixture> StartAsync() => new(new SqliteBusFixture());
}

public sealed class SqliteBusRedeliveryTests : BusRedeliveryContract
{
    protected override ValueTask<BusFixture> StartAsync() => new(new SqliteBusFixture());
}

public sealed class SqliteBusScheduleTests : BusScheduleContract
{
    protected override ValueTask<BusFixture> StartAsync() => new(new SqliteBusFixture());
}

public sealed class SqliteDeadLetterTests : DeadLetterContract
{
    protected override ValueTask<BusFixture> StartAsync() => new(new SqliteBusFixture());
}

public sealed class SqliteBusDurabilityTests : BusDurabilityContract
{
    protected override ValueTask<DurableBusFixture> StartAsync() => new(new SqliteBusFixture());
}
