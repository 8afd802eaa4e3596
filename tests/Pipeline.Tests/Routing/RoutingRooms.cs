using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Handover;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Index;
using Pipeline.Transcripts.Floor;

namespace Pipeline.Tests.Routing;

/// <summary>One instance of the routing room on given tables: what the host's container makes.</summary>
internal sealed class RoutingRooms
{
    public RoutingRooms(ITables tables, IBus bus, TimeProvider clock, string? customerHashKey = null)
    {
        Directory = new AdvisorDirectory(tables, clock);
        Line = new WaitingLine(tables, clock);
        Capacity = new CapacityRulesSource(tables, clock);
        Calendars = new CalendarRulesSource(tables, clock);
        var reader = new TranscriptReader(tables);
        var telling = new AssignmentTelling(tables, bus);
        Assigner = new WaitingAssigner(Line, Directory, Capacity, Calendars, telling, clock, NullLogger<WaitingAssigner>.Instance);
        var returning = new ReturningCustomers(tables, new CustomerHashes(Options.Create(new TranscriptOptions { CustomerHashKey = customerHashKey })));
        var placement = new Placement(Directory, Capacity, Calendars, Line, Assigner, returning, clock);
        Stage = new RouteStage(tables, new RoutingRulesSource(tables, clock), placement);
        Desk = new HandoverDesk(tables, reader, reader, new FloorDesk(tables), telling, Directory, placement, clock);
        var claims = new ClaimWatch(Directory, reader, Capacity, Calendars, Line, telling, clock, NullLogger<ClaimWatch>.Instance);
        Job = new AssignWaitingJob(claims, Assigner, Line, new OpenConversations(tables), reader, telling, clock);
    }

    public AdvisorDirectory Directory { get; }

    public WaitingLine Line { get; }

    public CapacityRulesSource Capacity { get; }

    public CalendarRulesSource Calendars { get; }

    public WaitingAssigner Assigner { get; }

    public RouteStage Stage { get; }

    public AssignWaitingJob Job { get; }

    public HandoverDesk Desk { get; }
}
