//! Lets a scene's nodes find their places, a little each frame.

use std::sync::Arc;

use leptos::prelude::*;

use super::device;
use super::picture::{Arrangement, Picture};
use super::run::Run;
use super::scene::Scene;

/// The scene on its way, and the number that tells whether another has taken its place.
struct Journey {
    picture: Picture,
    scene: Arc<Scene>,
    run: Run,
    round: u32,
}

/// Follows the scene and the form of the canvas, and arranges the picture. Answers whether it failed.
pub fn arrange(picture: Picture) -> ReadSignal<bool> {
    let (failed, set_failed) = signal(false);
    let rounds = StoredValue::new(0_u32);
    let form = Memo::new(move |_| picture.form());
    Effect::new(move |_| {
        let (Some(scene), Some(form)) = (picture.map.scene.get(), form.get()) else {
            return;
        };
        let round = rounds.with_value(|round| round.wrapping_add(1));
        rounds.set_value(round);
        picture.begin();
        let run = Run::new(&scene, form).and_then(|mut run| {
            if device::prefers_stillness() {
                run.settle()?;
            }
            Ok(run)
        });
        set_failed.set(run.is_err());
        if let Ok(run) = run {
            proceed(Journey { picture, scene, run, round }, rounds, set_failed);
        }
    });
    failed
}

/// Shows where the nodes are, and goes on with the next frame until they rest.
fn proceed(mut journey: Journey, rounds: StoredValue<u32>, failed: WriteSignal<bool>) {
    if rounds.try_get_value() != Some(journey.round) {
        return;
    }
    let settled = journey.run.is_settled();
    journey.picture.arrange(Arrangement {
        scene: journey.scene.clone(),
        places: journey.run.places().into(),
        settled,
    });
    if settled {
        return;
    }
    request_animation_frame(move || match journey.run.advance() {
        Ok(()) => proceed(journey, rounds, failed),
        Err(_) => {
            failed.try_set(true);
        }
    });
}
