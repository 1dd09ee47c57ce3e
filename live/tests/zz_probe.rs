use schemactl_live::introspect::introspect;
use std::time::Instant;
#[tokio::test]
async fn probe() {
    let mut c = schemactl_live::connect(&std::env::var("PROBE_URL").unwrap()).await.unwrap();
    for _ in 0..6 {
        let t = Instant::now();
        introspect(&mut c).await.unwrap();
        eprintln!("{:?}", t.elapsed());
    }
    let r = introspect(&mut c).await.unwrap();
    for d in &r.diagnostics { eprintln!("{}", d.message); }
    eprintln!("tables {} indexes {}", r.catalog.tables().count(), r.catalog.indexes.len());
    std::fs::write(std::env::var("PROBE_OUT").unwrap(), schemactl_schema::dump::dump(&r.catalog)).unwrap();
}
