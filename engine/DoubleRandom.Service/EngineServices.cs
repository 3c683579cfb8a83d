using System.Data.Common;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Exchanges;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.People;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Publication.Circulars;
using DoubleRandom.Service.Scheduling;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace DoubleRandom.Service;

/// <summary>What a running engine is put together from.</summary>
/// <param name="Database">The open database.</param>
/// <param name="PacksRoot">The folder that holds <c>workflows</c> and <c>rules</c>.</param>
/// <param name="Clock">The clock by which duties fall due.</param>
/// <param name="Notices">What notices say of this server.</param>
/// <param name="Channels">The ways out.</param>
/// <param name="Sweep">How the sweep works.</param>
/// <param name="Beat">How often the engine wakes, in the time of life.</param>
public sealed record EngineOptions(
    Database Database, string PacksRoot, TimeProvider Clock, NoticeSettings Notices, ChannelSet Channels, SweepOptions Sweep, TimeSpan Beat);

/// <summary>The composition of the engine; reads like its recipe.</summary>
public static class EngineServices
{
    /// <summary>The key under which the container holds the scheduler.</summary>
    public const string SchedulerName = "doublerandom";

    /// <summary>Adds the use cases, without anything that runs by itself: for tests and the command line.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, EngineOptions options) => services
        .AddSingleton(options.Clock)
        .AddSingleton(options.Database)
        .AddSingleton(options.Database.Source)
        .AddSingleton<DbDataSource>(options.Database.Source)
        .AddSingleton(options.Notices)
        .AddSingleton(options.Channels)
        .AddSingleton(options.Sweep)
        .AddSingleton(new PackWatch(options.PacksRoot))
        .AddSingleton<TemplateRenderer>()
        .AddSingleton<RunningPacks>()
        .AddSingleton<StepDeadlineKeeper>()
        .AddSingleton<PackIntake>()
        .AddSingleton<Reconciler>()
        .AddSingleton<DirectorySnapshot>()
        .AddSingleton<DirectoryImport>()
        .AddSingleton<DirectoryUpdate>()
        .AddSingleton<DirectoryExport>()
        .AddSingleton<NoticeComposer>()
        .AddSingleton<OutboxWriter>()
        .AddSingleton<Corrections>()
        .AddSingleton<SendBackNotices>()
        .AddSingleton<Sweep>()
        .AddSingleton<DeliveryPump>()
        .AddSingleton<SelfAudit>()
        .AddSingleton<WorkflowNotices>()
        .AddSingleton<InspectionRegister>()
        .AddSingleton<InspectionDesk>()
        .AddSingleton<InspectionReader>()
        .AddSingleton<InspectionFigures>()
        .AddSingleton<InspectionReports>()
        .AddSingleton<InspectionArchive>()
        .AddSingleton<IStatementSource, ResultStatements>()
        .AddSingleton<StatementPublisher>()
        .AddSingleton<LedgerSigner>()
        .AddSingleton<LedgerPages>()
        .AddSingleton<LedgerCheck>()
        .AddSingleton<OpenData>()
        .AddSingleton<PublicDesk>()
        .AddSingleton<CircularDesk>()
        .AddSingleton<Punctuality>()
        .AddSingleton<IStatementSource>(new FormStatements(StatementKind.ItemList))
        .AddSingleton<IStatementSource>(new FormStatements(StatementKind.AnnualPlan))
        .AddSingleton<IStatementSource>(new FormStatements(StatementKind.PlanChange))
        .AddSingleton<IStatementSource>(new FormStatements(StatementKind.WorkingRules))
        .AddSingleton<IStatementSource>(new FormStatements(StatementKind.Circular, "progress-circular"))
        .AddSingleton<Turns>()
        .AddSingleton<Actors>()
        .AddSingleton<WorkflowDesk>()
        .AddSingleton<WorkflowMoves>()
        .AddSingleton<ExchangeExport>()
        .AddSingleton<ExchangeReceipts>()
        .AddSingleton<DrawPreparation>()
        .AddSingleton<CeremonyDesk>()
        .AddSingleton<DrawReader>()
        .AddSingleton<DispatchRounds>()
        .AddSingleton<WorkflowReader>()
        .AddSingleton<AtHandReader>()
        .AddSingleton<WorkflowRounds>()
        .AddSingleton<StaleTaskReminders>()
        .AddSingleton<EventRecorder>()
        .AddSingleton<DeadlineOrigin>()
        .AddSingleton<Pulse>()
        .AddSingleton<HandIn>()
        .AddSingleton<DeadlineDecisions>();

    /// <summary>Adds what makes it run by itself: the clustered scheduler and the watch over the pack folder.</summary>
    public static IServiceCollection AddEngineSchedule(this IServiceCollection services, EngineOptions options)
    {
        services.AddHostedService<PackWatcher>();
        services.AddQuartz(SchedulerName, quartz =>
        {
            // Waking happens in the time of life, also when duties fall due by a simulated clock. Only a named scheduler keeps its clock to itself.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.UseRegisteredDataSource = true);
                store.ProvisionSchema();
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(3);
                });
            });
            Beat<PulseJob>(quartz, "pulse", options.Beat);
            Beat<DeliveryJob>(quartz, "delivery", options.Beat);
        });
        return services.AddQuartzHostedService(SchedulerName, hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Beat<T>(IQuartzBuilder quartz, string name, TimeSpan every)
        where T : IJob
    {
        var key = new JobKey(name);
        quartz.AddJob<T>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(name).StartNow().WithSimpleSchedule(every, null));
    }
}
